import { boxOf } from "./mapping";
import classes from "./stage.module.css";

interface CaretProps {
  element: Element;
  scale: number;
}

/** Where the customer's caret stands in an editable text; a page that is rebuilt has none of its own. */
export function Caret({ element, scale }: CaretProps) {
  const selection = element.ownerDocument.getSelection();
  if (!selection?.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) && !range.startContainer.contains(element)) return null;
  const own = range.getBoundingClientRect();
  const line = own.height ? own : element.getBoundingClientRect();
  const outer = boxOf(element);
  const inner = element.getBoundingClientRect();
  const style = {
    left: (line.left + outer.left - inner.left) * scale,
    top: (line.top + outer.top - inner.top) * scale,
    height: (own.height || 18) * scale,
  };
  return <div className={classes.caret} style={style} data-testid="remote-caret" aria-hidden="true" />;
}
