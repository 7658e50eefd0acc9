import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ChangeEvent,
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type SyntheticEvent,
} from "react";
import { boxOf, type Box } from "./mapping";
import { isShortcutInField } from "./shortcuts";
import { valueOf } from "./target";
import classes from "./stage.module.css";

export interface Typing {
  element: Element;
  id: number;
  multiline: boolean;
  /** Of the input element. */
  fieldType: string;
  caret?: "end";
  /** Where it was drawn last. */
  box?: Box;
}

/** What a field holds, and what of it is selected. */
export interface Written {
  value: string;
  start?: number;
  end?: number;
}

interface TypeBoxProps {
  typing: Typing;
  scale: number;
  version: number;
  isWriting: () => boolean;
  onValue: (value: Written) => void;
  onKey: (event: KeyboardEvent) => void;
  onLeave: () => void;
  onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/** The page may change what was written, such as group the digits of a number; that is taken over in pauses. */
const PAUSE = 400;
/** Keys that mean something to the page beyond the text. */
const PASSED_ON = new Set(["Enter", "Tab", "ArrowUp", "ArrowDown"]);

/**
 * A real field laid over the customer's: writing, selecting, undo and input methods work as
 * everywhere, and each change goes to the page as the field's whole value.
 */
export function TypeBox({ typing, scale, version, isWriting, onValue, onKey, onLeave, onBlur }: TypeBoxProps) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [value, setValue] = useState(() => valueOf(typing.element));
  const typedAt = useRef(0);
  const acted = useRef(false);
  const box = boxOf(typing.element);
  typing.box = box;

  useLayoutEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    if (element && typing.fieldType === "text") element.setSelectionRange(element.value.length, element.value.length);
  }, [typing.id, typing.fieldType]);

  useEffect(() => {
    const take = () => {
      if (isWriting() || Date.now() - typedAt.current < PAUSE) return;
      setValue(valueOf(typing.element));
    };
    take();
    const timer = setTimeout(take, PAUSE + 50);
    return () => clearTimeout(timer);
  }, [version, typing, isWriting]);

  const told = useRef<Written>(undefined);
  const tell = ({ value, selectionStart, selectionEnd }: HTMLInputElement | HTMLTextAreaElement) => {
    const now = { value, start: selectionStart ?? undefined, end: selectionEnd ?? undefined };
    const { current } = told;
    if (current?.value === value && current.start === now.start && current.end === now.end) return;
    told.current = now;
    onValue(now);
  };

  const write = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    typedAt.current = Date.now();
    setValue(event.currentTarget.value);
    tell(event.currentTarget);
  };

  /** Moves caret and selection on the customer's page, once something was done here. */
  const select = (event: SyntheticEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (acted.current) tell(event.currentTarget);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    acted.current = true;
    if (isShortcutInField(event)) {
      event.preventDefault();
      onKey(event);
      return;
    }
    if (event.key === "Escape") {
      event.preventDefault();
      onKey(event);
      onLeave();
    } else if (PASSED_ON.has(event.key) && !(typing.multiline && event.key !== "Tab")) {
      event.preventDefault();
      onKey(event);
    }
  };

  const common = {
    ref: field,
    className: classes.typeBox,
    style: {
      ...looksOf(typing.element, scale),
      left: box.left * scale,
      top: box.top * scale,
      width: box.width * scale,
      height: box.height * scale,
    },
    value,
    onChange: write,
    onSelect: select,
    onPointerDown: () => (acted.current = true),
    onKeyDown,
    onBlur,
    "aria-label": "Type into the customer's field",
    "data-testid": "type-box",
    spellCheck: false,
    autoComplete: "off",
  };
  return typing.multiline ? <textarea {...common} /> : <input type={typing.fieldType} {...common} />;
}

/** The field's own looks at the size it is drawn. */
function looksOf(element: Element, scale: number): CSSProperties {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style) return {};
  const scaled = (pixels: string) => `${parseFloat(pixels) * scale}px`;
  const clear = style.backgroundColor === "rgba(0, 0, 0, 0)";
  return {
    font: style.font,
    fontSize: scaled(style.fontSize),
    lineHeight: style.lineHeight === "normal" ? "normal" : scaled(style.lineHeight),
    letterSpacing: style.letterSpacing,
    textAlign: style.textAlign as CSSProperties["textAlign"],
    color: style.color,
    backgroundColor: clear ? "white" : style.backgroundColor,
    padding: [style.paddingTop, style.paddingRight, style.paddingBottom, style.paddingLeft].map(scaled).join(" "),
    borderRadius: scaled(style.borderTopLeftRadius),
  };
}
