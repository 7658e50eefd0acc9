/** Notices of the browser, for when this page is not in sight. */
export type NoticePermission = NotificationPermission | "unsupported";

export function noticePermission(): NoticePermission {
  return typeof Notification === "undefined" ? "unsupported" : Notification.permission;
}

/** Asks the person once; browsers want a click for it. */
export async function askForNotices(): Promise<NoticePermission> {
  return typeof Notification === "undefined" ? "unsupported" : Notification.requestPermission();
}

export interface Notice {
  title: string;
  body: string;
  /** One notice per tag: a second tab replaces that of the first. */
  tag: string;
  onOpen: () => void;
}

/** Shows a notice while the page is hidden, and takes it back with what is returned. */
export function showNotice({ title, body, tag, onOpen }: Notice): () => void {
  if (noticePermission() !== "granted" || document.visibilityState === "visible") return () => undefined;
  try {
    const notice = new Notification(title, { body, tag, icon: "/favicon.svg" });
    notice.onclick = () => {
      window.focus();
      notice.close();
      onOpen();
    };
    return () => notice.close();
  } catch {
    return () => undefined; // Chrome on Android allows it to service workers only
  }
}
