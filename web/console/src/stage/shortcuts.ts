interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What the technician's own browser keeps, whoever controls which page. */
const BROWSERS = new Set(["r", "t", "n", "w", "l", "q", "tab", "+", "-", "0"]);
/** What edits text in the technician's own field. */
const EDITING = new Set(["a", "c", "v", "x", "z", "y", "backspace", "delete", "home", "end"]);

/** Whether a combination of keys is meant for the customer's page. */
export function isShortcut({ key, ctrlKey, metaKey }: Pressed): boolean {
  return (ctrlKey || metaKey) && !/^(Control|Meta|Shift|Alt)/.test(key) && !BROWSERS.has(key.toLowerCase());
}

/** The same while a field is written in. */
export function isShortcutInField(pressed: Pressed): boolean {
  const key = pressed.key.toLowerCase();
  return isShortcut(pressed) && !EDITING.has(key) && !key.startsWith("arrow");
}
