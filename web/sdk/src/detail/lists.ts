import { guarded } from "../dom";
import type { Aspect, DetailOptions } from "./main";

/** How often an open list is looked at: no event tells that it was closed without a choice. */
const EVERY = 150;

/** A browser draws the list of a select outside of the page. Where it can say that one is open, so do we. */
export function lists({ tell, idOf, hides, secret }: DetailOptions): Aspect {
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

  for (const type of ["mousedown", "keydown"]) addEventListener(type, pressed, true);
  return {
    keyframe() {
      if (open) say(open, true);
    },
    stop() {
      clearInterval(timer);
      for (const type of ["mousedown", "keydown"]) removeEventListener(type, pressed, true);
    },
  };
}
