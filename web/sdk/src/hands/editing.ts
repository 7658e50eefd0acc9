import { viewOf, type View } from "../recorder/pointing";

/** What a browser's own editor does on a key, and the words in which it says so. */
const DELETES: Record<string, string> = { delete: "backward", forwardDelete: "forward" };

/**
 * Edits as the browser would on a key. Editors that keep the text themselves hear of it before, prevent it and do it; no
 * command tells them by itself.
 */
export function write(element: Element, command: string, inputType: string, data: string | null = null): void {
  const view = viewOf(element);
  if (!view) return;
  const event = new view.InputEvent("beforeinput", {
    bubbles: true,
    cancelable: true,
    composed: true,
    inputType,
    data,
    targetRanges: ranges(view, DELETES[command]),
  });
  if (!element.dispatchEvent(event)) return;
  // A new line such a page writes itself.
  if (!contextOf(element)) element.ownerDocument.execCommand(command, false, data ?? undefined);
  else if (!/^insert[LP]/.test(inputType)) update(element, data ?? "");
}

/** How pages are told of text that they draw themselves. TypeScript does not know it yet. */
interface EditContext extends EventTarget {
  text: string;
  selectionStart: number;
  selectionEnd: number;
  updateText(start: number, end: number, text: string): void;
  updateSelection(start: number, end: number): void;
}

export function contextOf(element: Element): EditContext | undefined {
  return (element as { editContext?: EditContext }).editContext;
}

function update(element: Element, text: string): void {
  const context = contextOf(element) as EditContext;
  const { TextUpdateEvent } = viewOf(element) as unknown as { TextUpdateEvent: new (...all: unknown[]) => Event };
  const [start, end] = [context.selectionStart, context.selectionEnd];
  const at = start + text.length;
  context.updateText(start, end, text);
  context.updateSelection(at, at);
  const change = { text, updateRangeStart: start, updateRangeEnd: end, selectionStart: at, selectionEnd: at };
  context.dispatchEvent(new TextUpdateEvent("textupdate", change));
}

/** What is about to be replaced: the selection, or the letter that a deletion reaches. */
function ranges(view: View, direction: string | undefined): StaticRange[] {
  const selection = view.getSelection();
  const { anchorNode, anchorOffset, isCollapsed, rangeCount } = selection ?? {};
  if (!selection || !anchorNode || !rangeCount || anchorOffset === undefined) return [];
  if (direction && isCollapsed) selection.modify("extend", direction, "character");
  const range = selection.getRangeAt(0);
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (direction && isCollapsed) selection.collapse(anchorNode, anchorOffset);
  return [new view.StaticRange({ startContainer, startOffset, endContainer, endOffset })];
}
