import { DONE, refused, type Outcome } from "../recorder/control";
import { moveFocus } from "../recorder/control-click";
import { isField, replace, settle } from "../recorder/control-fields";
import type { Order } from "../recorder/main";
import { emit, innermost, spotIn, viewOf, type Spot } from "../recorder/pointing";
import { beneathOurs, placeAt } from "./caret";

/** What of the page a drag may pass. */
export interface Ways {
  allowed(): boolean;
  /** The element by its number, unless it is gone or private. */
  reach(node: number): Element | undefined;
  /** Whether something may be let go here. */
  free(element: Element): boolean;
}

type Drag = Extract<Order, { type: "control.drag" }>;

/** In milliseconds: many a table or list takes a press for the start of a drag only after a while. */
const HOLD = 300;

/** Pressed, moved and let go, with time for the page between the steps. */
export async function drag(element: Element, { x, y, path }: Drag, ways: Ways): Promise<Outcome> {
  const start = spotIn(element, x, y);
  const spots: Spot[] = [];
  // All places as they are before anything moves.
  for (const step of path) {
    const at = ways.reach(step.node);
    if (!at) return { outcome: "missing" };
    if (at.ownerDocument === element.ownerDocument) spots.push(spotIn(at, step.x, step.y));
  }
  const end = spots.at(-1);
  if (!end) return refused("not-an-element");
  if (!ways.free(end.element)) return refused("guarded");

  if (element.matches("input[type=range]")) return slide(element as HTMLInputElement, start, spots);
  return press(start.element, start, spots, ways);
}

/** A range moves in no other way. */
function slide(input: HTMLInputElement, start: Spot, spots: Spot[]): Outcome {
  const view = viewOf(input);
  const { left, right, width } = input.getBoundingClientRect();
  const backwards = view?.getComputedStyle(input).direction === "rtl";
  const [least, most] = [Number(input.min || 0), Number(input.max || 100)];
  moveFocus(input);
  emit(start, "pointerdown", { buttons: 1, button: 0 });
  for (const { clientX } of spots) {
    const share = Math.min(1, Math.max(0, (backwards ? right - clientX : clientX - left) / (width || 1)));
    replace(input, String(least + share * (most - least)), "", null);
  }
  emit({ ...start, element: input }, "pointerup", { button: 0 });
  settle();
  return DONE;
}

async function press(element: Element, start: Spot, spots: Spot[], ways: Ways): Promise<Outcome> {
  const captured = capturing(element);
  let last = start;
  let moved: Transfer | undefined;
  try {
    const down = emit(start, "pointerdown", { buttons: 1, button: 0 });
    const pressed = !down || emit(start, "mousedown", { buttons: 1, button: 0, detail: 1 });
    if (pressed) moveFocus(element);
    const thing =
      pressed && element.closest("[draggable=true],a[href]:not([draggable=false]),img:not([draggable=false])");
    if (thing) moved = carry(thing, start);
    for (const [index, spot] of spots.entries()) {
      await new Promise((next) => setTimeout(next, index ? 0 : HOLD));
      if (!ways.allowed()) {
        emit(last, "pointercancel");
        moved?.drop(last, false);
        return refused("not-granted");
      }
      const under = beneathOurs(spot, () => hit(spot));
      // Over what is private nothing is told, as nothing of it is known.
      if (!ways.free(under.element) && index < spots.length - 1) continue;
      last = { ...under, element: captured.by() ?? under.element };
      if (moved) moved.over(last);
      else {
        emit(last, "pointermove", { buttons: 1 });
        if (down) emit(last, "mousemove", { buttons: 1 });
        if (pressed) select(start, last);
      }
    }
    if (moved) moved.drop(last, true);
    else {
      emit(last, "pointerup", { button: 0 });
      if (down) emit(last, "mouseup", { button: 0, detail: 1 });
      if (last.element === element) emit(last, "click", { detail: 1 });
    }
    return DONE;
  } finally {
    captured.end();
  }
}

/** What is under the pointer by now: the page may have moved it along. */
function hit(spot: Spot): Spot {
  const found = spot.element.ownerDocument.elementFromPoint?.(spot.clientX, spot.clientY);
  return found ? innermost({ ...spot, element: found }) : spot;
}

/** A pointer that only we know cannot be captured in the browser, so we remember who wants it. */
function capturing(element: Element) {
  let by: Element | undefined;
  const patched: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const one = at;
    patched.push(one);
    one.setPointerCapture = () => void (by = one);
    one.releasePointerCapture = () => void (by = undefined);
    one.hasPointerCapture = () => by === one;
  }
  return {
    by: () => by,
    end() {
      for (const one of patched)
        for (const name of ["setPointerCapture", "releasePointerCapture", "hasPointerCapture"])
          Reflect.deleteProperty(one, name);
    },
  };
}

interface Transfer {
  over(spot: Spot): void;
  drop(spot: Spot, here: boolean): void;
}

/** The browser's own drag and drop, for what is declared to be dragged. */
function carry(thing: Element, start: Spot): Transfer | undefined {
  const view = viewOf(thing);
  if (!view?.DataTransfer) return undefined;
  const dataTransfer = new view.DataTransfer();
  const tell = ({ element, clientX, clientY }: Spot, type: string) =>
    element.dispatchEvent(
      new view.DragEvent(type, {
        bubbles: true,
        cancelable: true,
        composed: true,
        view,
        clientX,
        clientY,
        dataTransfer,
      }),
    );
  if (!tell({ ...start, element: thing }, "dragstart")) return undefined;
  let under: Element | undefined;
  let welcome = false;
  return {
    over(spot) {
      tell({ ...spot, element: thing }, "drag");
      if (under !== spot.element) {
        tell(spot, "dragenter");
        if (under) tell({ ...spot, element: under }, "dragleave");
        under = spot.element;
      }
      welcome = !tell(spot, "dragover");
    },
    drop(spot, here) {
      if (here && welcome) tell(spot, "drop");
      tell({ ...spot, element: thing }, "dragend");
    },
  };
}

/** Text from where it was pressed to here. */
function select(start: Spot, end: Spot): void {
  const [from, to] = [placeAt(start), placeAt(end)];
  if (!from || !to) return;
  const { element } = start;
  if (isField(element)) {
    if (from.node !== element || to.node !== element || element.selectionStart === null) return;
    element.setSelectionRange(Math.min(from.offset, to.offset), Math.max(from.offset, to.offset));
  } else viewOf(element)?.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
