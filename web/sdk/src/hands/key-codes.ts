const NAMED: Record<string, number> = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  Escape: 27,
  " ": 32,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Insert: 45,
  Delete: 46,
};
const SIGNS: Record<string, number> = {
  Semicolon: 186,
  Equal: 187,
  Comma: 188,
  Minus: 189,
  Period: 190,
  Slash: 191,
  Backquote: 192,
  BracketLeft: 219,
  Backslash: 220,
  BracketRight: 221,
  Quote: 222,
};

/** A key's number, which many sites still read instead of its name; 0 if it has none. */
export function keyCode(key: string, code: string): number {
  if (/^[a-z\d]$/i.test(key)) return key.toUpperCase().charCodeAt(0);
  const f = /^F(\d\d?)$/.exec(key);
  if (f) return 111 + Number(f[1]);
  return NAMED[key] ?? SIGNS[code] ?? /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.charCodeAt(0) ?? 0;
}
