import { icon, type Element } from "../dom";
import type { Model } from "./model";
import { say } from "./words";

const SIZE = "M9 4H4v5M15 20h5v-5M4 4l6 6M20 20l-6-6";

/** The other side's picture, and beside it what is seen of oneself. */
export function pictures(element: Element) {
  const theirs = video("rs-call-picture");
  const own = video("rs-call-preview");
  let large = false;
  const size = element(
    "button",
    {
      type: "button",
      "aria-label": say().larger,
      "aria-pressed": "false",
      "data-testid": "rs-call-size",
      click: () => {
        large = !large;
        size.ariaPressed = String(large);
        root.parentElement?.classList.toggle("large", large && !theirs.hidden);
      },
    },
    icon(SIZE),
  );
  const root = element("div", { class: "pictures", hidden: true }, theirs, own, size);
  own.setAttribute("aria-label", say().ownPicture);

  /** Without sound: that is played beside. */
  function video(test: string): HTMLVideoElement {
    const made = element("video", { muted: true, autoplay: true, playsinline: true, "data-testid": test });
    made.muted = true;
    return made;
  }

  function put(into: HTMLVideoElement, stream: MediaStream | undefined): void {
    into.hidden = !stream;
    if (into.srcObject === (stream ?? null)) return;
    into.srcObject = stream ?? null;
    if (stream) into.play().catch(() => undefined);
  }

  return {
    element: root,
    /** Gives whether it is to be large. */
    show({ other, stream, own: mine, preview, who }: Model): boolean {
      theirs.setAttribute("aria-label", say().theirPicture(who));
      put(theirs, other.picture === "none" || other.held ? undefined : stream);
      put(own, mine?.picture === "none" ? undefined : preview);
      own.classList.toggle("mirrored", mine?.picture === "camera");
      own.classList.toggle("alone", !!theirs.hidden);
      size.hidden = theirs.hidden;
      root.hidden = theirs.hidden && own.hidden;
      return large && !theirs.hidden;
    },
  };
}
