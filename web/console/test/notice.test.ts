import { beforeEach, describe, expect, it, vi } from "vitest";
import { askForNotices, noticePermission, showNotice } from "../src/ui/notice";

class FakeNotification {
  static permission: NotificationPermission = "granted";
  static shown: FakeNotification[] = [];
  static requestPermission = () => Promise.resolve((FakeNotification.permission = "granted"));
  onclick: (() => void) | null = null;
  close = vi.fn();

  constructor(
    readonly title: string,
    readonly options: NotificationOptions,
  ) {
    FakeNotification.shown.push(this);
  }
}

const onOpen = vi.fn();
const NOTICE = { title: "Grace", body: "wrote a message.", tag: "chat-s1", onOpen };

function look(at: DocumentVisibilityState): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(at);
}

beforeEach(() => {
  FakeNotification.permission = "granted";
  FakeNotification.shown = [];
  onOpen.mockReset();
  vi.stubGlobal("Notification", FakeNotification);
  vi.spyOn(window, "focus").mockImplementation(() => undefined);
  look("hidden");
});

describe("notices of the browser", () => {
  it("come while the page is hidden, one for each chat, and lead to it", () => {
    showNotice(NOTICE);

    const [shown] = FakeNotification.shown;
    expect(shown?.title).toBe("Grace");
    expect(shown?.options).toMatchObject({ body: "wrote a message.", tag: "chat-s1" });
    shown?.onclick?.();
    expect(onOpen).toHaveBeenCalledOnce();
    expect(shown?.close).toHaveBeenCalled();
  });

  it("do not come while the page is looked at, nor without permission", () => {
    look("visible");
    showNotice(NOTICE);
    look("hidden");
    FakeNotification.permission = "default";
    showNotice(NOTICE);

    expect(FakeNotification.shown).toEqual([]);
  });

  it("are taken back when what they tell of is over", () => {
    const takeBack = showNotice(NOTICE);

    takeBack();

    expect(FakeNotification.shown[0]?.close).toHaveBeenCalledOnce();
  });

  it("are asked for by a click, and are no error where the browser has none", async () => {
    FakeNotification.permission = "default";
    expect(await askForNotices()).toBe("granted");
    vi.stubGlobal("Notification", undefined);

    expect(noticePermission()).toBe("unsupported");
    expect(await askForNotices()).toBe("unsupported");
    expect(() => showNotice(NOTICE)()).not.toThrow();
  });
});
