import { icon } from "../dom";
import type { Host } from "../host";
import { frame } from "./box";

const CSS = `
:host { pointer-events: none !important; }
.pointer { position: fixed; top: 0; left: 0; transition: transform 60ms linear, opacity .4s; color: #7a3ff2; }
.pointer svg { display: block; fill: currentColor; stroke: #fff; stroke-width: 1.5; filter: drop-shadow(0 1px 3px rgb(0 0 0 / .35)); }
.name { position: absolute; top: 18px; left: 14px; padding: 2px 9px; border-radius: 4px 10px 10px; background: #7a3ff2; color: #fff;
  font: 600 12px/1.5 var(--font); white-space: nowrap; max-width: 180px; overflow: hidden; text-overflow: ellipsis; }
.outline { position: fixed; border-radius: 6px; border: 2px solid #7a3ff2; background: #7a3ff21f;
  transition: all 80ms ease-out; }
.touch { animation: touch .5s both; border-color: #ff9f2e; background: rgb(255 159 46 / .22); }
@keyframes touch { 70% { opacity: 1; } to { opacity: 0; } }
`;

const ARROW = "M1 1l6.5 17 3-7.5L18 7.5z";

/** After so long without a move a pointer fades. */
const REST = 4_000;
/** So long an element is marked before it is clicked, so that the eye can follow. */
const NOTICED = 120;

interface Pointer {
  mark: HTMLElement;
  label: HTMLElement;
  fade?: ReturnType<typeof setTimeout>;
}

/** What technicians point at, drawn over the page: never in the way of a click, never in the recording. */
export function overlay({ mount, element }: Host) {
  const { root, remove } = mount("overlay", CSS);
  const pointers = new Map<string, Pointer>();
  const hovered = element("div", { class: "outline", "data-testid": "rs-hovered", hidden: true });
  let clearHover: ReturnType<typeof setTimeout> | undefined;
  /** What is marked since when, by a pointer that rests on it or by the last touch. */
  let marked: { target: Element; since: number } | undefined;
  root.append(hovered);

  function make(): Pointer {
    const label = element("span", { class: "name" });
    const mark = element("div", { class: "pointer", "data-testid": "rs-pointer" }, icon(ARROW), label);
    root.append(mark);
    return { mark, label };
  }

  /** Gives since when it is marked, by the clock of {@link performance}. */
  function mark(target: Element | undefined): number {
    clearTimeout(clearHover);
    const since = target === marked?.target ? (marked?.since ?? 0) : performance.now();
    marked = target && { target, since };
    clearHover = setTimeout(() => {
      hovered.hidden = true;
      marked = undefined;
    }, REST);
    return since;
  }

  return {
    pointer(from: string, name: string, x: number, y: number): void {
      const pointer = pointers.get(from) ?? make();
      pointers.set(from, pointer);
      pointer.label.textContent = name;
      pointer.mark.style.transform = `translate(${x}px, ${y}px)`;
      pointer.mark.style.opacity = "1";
      clearTimeout(pointer.fade);
      pointer.fade = setTimeout(() => (pointer.mark.style.opacity = "0"), REST);
    },

    outline(target: Element | undefined): void {
      hovered.hidden = !target;
      if (target) frame(hovered, target, 3);
      mark(target);
    },

    /** Shows where something is about to happen; done when the eye had time to follow, at once where it was marked before. */
    async touch(target: Element, linger: boolean): Promise<void> {
      const flash = element("div", { class: "outline touch" });
      frame(flash, target, 3);
      root.append(flash);
      setTimeout(() => flash.remove(), 500);
      if (!linger) return;
      const left = mark(target) + NOTICED - performance.now();
      if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    },

    forget(from: string): void {
      pointers.get(from)?.mark.remove();
      pointers.delete(from);
    },

    clear(): void {
      for (const { mark } of pointers.values()) mark.remove();
      pointers.clear();
      hovered.hidden = true;
      marked = undefined;
    },

    remove,
  };
}
