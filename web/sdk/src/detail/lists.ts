import { guarded } from "../dom";
import type { Aspect, DetailOptions } from "./main";

/** How often an open list is looked at: no event tells that it was closed without a choice. */
const EVERY = 150;

const TOUCHES = ["mousedown", "keydown"];

/** A browser draws the list of a select outside of the page. Where it can say that one is open, so do we. */
export function lists({ roots, tell, idOf, hides, secret }: DetailOptions): Aspect {
  const heard = new Set<Document>();
  let open: HTMLSelectElement | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  function isOpen(select: HTMLSelectElement): boolean {
    try {
      return select.matches(":open");
    } catch {
      return false;
    }
  }

  function say(select: HTMLSelectElement, shown: boolean): void {
    const id = idOf(select);
    if (id > 0) tell("list", { id, open: shown });
  }

  function watch(): void {
    if (!open || (open.isConnected && isOpen(open))) return;
    say(open, false);
    open = undefined;
    clearInterval(timer);
  }

  const pressed = guarded((event: Event) => {
    const [target] = event.composedPath() as Element[];
    const select = target?.closest?.("select");
    if (!select || select.size > 1 || select.multiple) return;
    setTimeout(
      guarded(() => {
        if (open || !isOpen(select) || hides(select) || secret(select)) return;
        open = select;
        say(select, true);
        timer = setInterval(guarded(watch), EVERY);
      }),
      30,
    );
  });

  /** What happens in a frame is heard in there only. */
  function listen(): void {
    for (const root of roots) {
      if ("host" in root || heard.has(root)) continue;
      heard.add(root);
      for (const type of TOUCHES) root.addEventListener(type, pressed, true);
    }
  }

  return {
    keyframe() {
      listen();
      if (open) say(open, true);
    },
    look: listen,
    stop() {
      clearInterval(timer);
      for (const root of heard) for (const type of TOUCHES) root.removeEventListener(type, pressed, true);
    },
  };
}
