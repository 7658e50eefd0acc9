import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
} from "react";
import { nextField } from "@remote-support/protocol";
import { toastHint } from "../ui/toasts";
import { Caret } from "./caret";
import type { Commands } from "./commands";
import { Dragging } from "./dragging";
import { again, focusOn, isIn, remaining, type Focused, type Held } from "./held";
import { ListBox } from "./list-box";
import { boxOf, elementAt, known, scrollableFrom, toPage, within, type Point } from "./mapping";
import type { Pen } from "./pen";
import type { Replay } from "./replay";
import type { Room } from "./room";
import { Scroller } from "./scroller";
import { isShortcut } from "./shortcuts";
import { editorOf, isRich, targetOf } from "./target";
import { throttled } from "./throttled";
import { TypeBox, type Typing } from "./type-box";
import classes from "./stage.module.css";

interface HandsProps {
  room: Room;
  tab: string;
  replay: Replay;
  commands: Commands;
  scale: number;
  mayControl: boolean;
  /** Changes with the picture. */
  version: number;
  /** Draws, where the pointer does so instead of pressing. */
  pen?: Pen;
  onWantsControl: () => void;
}

/** A step of the keyboard's pointer, in CSS pixels of the customer's page. */
const STEP = 12;

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

/** The technician's pointer and keyboard over the picture, turned into commands by element. */
export function Hands({ room, tab, replay, commands, scale, mayControl, version, pen, onWantsControl }: HandsProps) {
  const overlay = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<Held>();
  /** Where keys go: what was clicked last. */
  const [focused, setFocus] = useState<Focused>();
  const setFocused = (held: Held | undefined) => setFocus(held && focusOn(held, replay.mirror));
  const [typing, setTyping] = useState<Typing>();
  const [list, setList] = useState<Held>();
  const [ripple, setRipple] = useState<Point & { key: number }>();
  const [keyboardPoint, setKeyboardPoint] = useState<Point>();
  const scroller = useMemo(
    () => new Scroller((node, x, y) => commands.give(tab, { type: "control.scroll", node, x, y })),
    [commands, tab],
  );

  const tellPointer = useMemo(
    () => throttled(40, (point: Point) => void room.send({ type: "pointer.move", participant: tab, ...point })),
    [room, tab],
  );
  const tellHover = useMemo(
    () => throttled(80, (node: number | null) => void room.send({ type: "control.hover", participant: tab, node })),
    [room, tab],
  );

  const tellPoint = useMemo(
    () =>
      throttled(80, ({ id, x, y }: Point & { id: number }) =>
        commands.give(tab, { type: "control.point", node: id, x, y }),
      ),
    [commands, tab],
  );
  /** What is pressed at the moment, and whether the click that follows was a drag. */
  const dragging = useRef<Dragging>(undefined);
  const dragged = useRef(false);
  /** The first Escape is for the page, the next one leaves it. */
  const escaped = useRef(false);

  const pointOf = (event: { clientX: number; clientY: number }): Point | undefined => {
    const drawn = overlay.current?.getBoundingClientRect();
    return drawn && toPage({ x: event.clientX, y: event.clientY }, drawn, scale);
  };

  const under = (point: Point): Held | undefined => {
    const { document, mirror } = replay;
    return document && mirror ? known(mirror, elementAt(document, point)) : undefined;
  };

  const hover = (point: Point) => {
    tellPointer({ x: Math.round(point.x), y: Math.round(point.y) });
    const held = under(point);
    if (held?.id === hovered?.id) return;
    setHovered(held);
    tellHover(held?.id ?? null);
    if (held && mayControl && !pen && !dragging.current)
      tellPoint({ id: held.id, ...within(boxOf(held.element), point) });
  };

  const press = (event: PointerEvent) => {
    setKeyboardPoint(undefined);
    dragged.current = false;
    const point = pointOf(event);
    if (!point || event.button !== 0) return;
    const held = under(point);
    if (pen) pen.begin(point);
    else if (mayControl && held) dragging.current = new Dragging(held, point, { x: event.clientX, y: event.clientY });
    event.currentTarget.setPointerCapture(event.pointerId);
  };

  const move = (event: PointerEvent) => {
    const point = pointOf(event);
    if (!point) return;
    pen?.move(point);
    dragging.current?.move({ x: event.clientX, y: event.clientY }, point, under(point));
    hover(point);
  };

  const release = (event: PointerEvent) => {
    pen?.end();
    const drag = dragging.current;
    dragging.current = undefined;
    const point = pointOf(event);
    if (!drag?.drags || !point || !mayControl) return;
    dragged.current = true;
    const path = drag.end({ x: event.clientX, y: event.clientY }, point, under(point));
    const target = targetOf(drag.held.element);
    if (target.kind === "private") return toastHint("Private", target.words, target.words);
    setTyping(undefined);
    setList(undefined);
    const { id, element } = drag.held;
    commands.give(tab, { type: "control.drag", node: id, ...within(boxOf(element), drag.from), path });
    setFocused(drag.held);
    overlay.current?.focus({ preventScroll: true });
  };

  const startTyping = (held: Held, caret?: "end") => {
    const target = targetOf(held.element);
    if (target.kind !== "text") return false;
    setTyping({ ...held, multiline: target.multiline, fieldType: target.type, caret });
    setFocused(held);
    return true;
  };

  const act = (point: Point, button: number, count = 1) => {
    if (!mayControl) return onWantsControl();
    const held = under(point);
    const mirror = replay.mirror;
    if (!held || !mirror) return;
    const labelled = held.element.closest("label")?.control;
    const target = targetOf(labelled ?? held.element);
    if (target.kind === "private") return toastHint("Private", target.words, target.words);
    setTyping(undefined);
    setList(undefined);
    setRipple({ ...point, key: performance.now() });
    if (target.kind === "list" && button === 0) {
      const element = (labelled ?? held.element).closest("select");
      const owner = element && known(mirror, element);
      if (owner) setList(owner);
      return;
    }
    commands.give(tab, { type: "control.click", node: held.id, ...within(boxOf(held.element), point), button, count });
    setFocused(held);
    const field = labelled ? known(mirror, labelled) : held;
    if (button !== 0 || !field || !startTyping(field)) overlay.current?.focus({ preventScroll: true });
  };

  const pressKey = (held: Held, event: KeyboardEvent) => {
    const { key, code, altKey: alt, ctrlKey: ctrl, metaKey: meta, shiftKey: shift } = event;
    commands.give(tab, { type: "control.key", node: held.id, key, code, alt, ctrl, meta, shift });
  };

  const moveOn = (held: Held, back: boolean) => {
    const next = replay.document && nextField(held.element, back, replay.document);
    const target = next && replay.mirror && known(replay.mirror, next);
    if (!target) return leaveField();
    if (startTyping(target, "end")) return;
    setTyping(undefined);
    setFocused(target);
    overlay.current?.focus({ preventScroll: true });
  };

  /** A dialog that opens in the picture takes the focus, and with it the technician's keys. */
  const keepKeys = ({ currentTarget }: FocusEvent<HTMLElement>) => {
    setTimeout(() => {
      if (replay.frame && document.activeElement === replay.frame) currentTarget.focus({ preventScroll: true });
    });
  };

  const leaveField = () => {
    setTyping(undefined);
    overlay.current?.focus({ preventScroll: true });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== overlay.current || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      const held = focused ?? under({ x: 1, y: 1 });
      if (!mayControl || !held || !isShortcut(event)) return;
      event.preventDefault();
      event.stopPropagation();
      return pressKey(held, event);
    }
    const again = escaped.current;
    escaped.current = event.key === "Escape";
    if (event.key === "Escape" && !(focused && mayControl && !again)) {
      event.stopPropagation();
      if (focused) setFocused(undefined);
      else overlay.current?.blur();
      return;
    }
    if (focused && mayControl) {
      event.stopPropagation();
      event.preventDefault();
      pressKey(focused, event);
      if (event.key === "Tab") moveOn(focused, event.shiftKey);
      return;
    }
    const move = ARROWS[event.key];
    const page = replay.document?.documentElement;
    if (move && page) {
      event.preventDefault();
      const step = event.shiftKey ? STEP * 6 : STEP;
      const from = keyboardPoint ?? { x: page.clientWidth / 2, y: page.clientHeight / 2 };
      const to = {
        x: clamp(from.x + move.x * step, page.clientWidth),
        y: clamp(from.y + move.y * step, page.clientHeight),
      };
      setKeyboardPoint(to);
      hover(to);
    } else if ((event.key === "Enter" || event.key === " ") && keyboardPoint) {
      event.preventDefault();
      act(keyboardPoint, 0);
    }
  };

  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const point = pointOf(event);
    const element = point && under(point)?.element;
    const mirror = replay.mirror;
    if (!element || !mirror) return;
    if (!mayControl) return onWantsControl();
    const factor = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 32 : 1 / scale;
    const [dx, dy] = event.shiftKey && !event.deltaX ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    const moved = scrollableFrom(element, dx, dy);
    const held = moved && known(mirror, moved.element);
    if (held) scroller.turn(held.id, held.element, dx * factor, dy * factor);
  });

  useEffect(() => {
    const element = overlay.current;
    const listen = (event: WheelEvent) => onWheel(event);
    element?.addEventListener("wheel", listen, { passive: false });
    return () => element?.removeEventListener("wheel", listen);
  }, []);

  useEffect(() => () => scroller.stop(), [scroller]);

  // Whoever is typing when control ends must not find their keys turned into shortcuts.
  const wasTyping = useRef(false);
  useEffect(() => {
    if (wasTyping.current && !typing && document.activeElement === document.body) {
      overlay.current?.focus({ preventScroll: true });
    }
    wasTyping.current = !!typing;
  }, [typing]);
  useLayoutEffect(() => {
    const element = overlay.current;
    return () => {
      if (!element?.parentElement?.contains(document.activeElement)) return;
      element.parentElement.closest<HTMLElement>("[data-own-keys]")?.focus({ preventScroll: true });
    };
  }, []);

  // A new picture has new elements: what was held of the old one is let go.
  if (hovered && !isIn(replay, hovered)) setHovered(undefined);
  if (focused && !isIn(replay, focused)) setFocus(remaining(replay, focused));
  if (list && !isIn(replay, list)) setList(undefined);
  if (typing && !isIn(replay, typing)) setTyping(again(replay, typing));
  if (typing && !mayControl) setTyping(undefined);

  const box = hovered && boxOf(hovered.element);
  return (
    <>
      <div
        ref={overlay}
        className={classes.overlay}
        data-control={mayControl || undefined}
        data-version={version}
        data-testid="stage-overlay"
        role="application"
        aria-label={
          mayControl
            ? "The customer's page. Arrow keys move the pointer, Enter clicks. Once something is clicked, keys go there; Escape twice leaves it."
            : "The customer's page. Arrow keys move the pointer."
        }
        tabIndex={0}
        data-pen={pen ? true : undefined}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={() => {
          pen?.end();
          dragging.current = undefined;
        }}
        onPointerLeave={() => {
          setHovered(undefined);
          tellHover(null);
        }}
        onPointerDown={press}
        onClick={(event: MouseEvent) => {
          const point = pointOf(event);
          if (point && !pen && !dragged.current) act(point, 0, Math.min(3, event.detail || 1));
        }}
        onAuxClick={(event: MouseEvent) => {
          const point = pointOf(event);
          if (point && event.button === 1) act(point, 1);
        }}
        onContextMenu={(event: MouseEvent) => {
          event.preventDefault();
          const point = pointOf(event);
          if (point) act(point, 2);
        }}
        onKeyDown={onKeyDown}
        onBlur={keepKeys}
      />
      {box && (
        <div
          className={classes.highlight}
          style={{ left: box.left * scale, top: box.top * scale, width: box.width * scale, height: box.height * scale }}
        />
      )}
      {focused && !typing && mayControl && isRich(focused.element) && (
        <Caret element={editorOf(focused.element)} scale={scale} />
      )}
      {keyboardPoint && (
        <div className={classes.crosshair} style={{ left: keyboardPoint.x * scale, top: keyboardPoint.y * scale }} />
      )}
      {ripple && (
        <div key={ripple.key} className={classes.ripple} style={{ left: ripple.x * scale, top: ripple.y * scale }} />
      )}
      {typing && (
        <TypeBox
          key={typing.id}
          typing={typing}
          scale={scale}
          version={version}
          isWriting={() => commands.isWriting(typing.id)}
          onValue={(value) => commands.give(tab, { type: "control.input", node: typing.id, ...value })}
          onKey={(event) => {
            pressKey(typing, event);
            if (event.key === "Tab") moveOn(typing, event.shiftKey);
          }}
          onLeave={leaveField}
          onBlur={keepKeys}
        />
      )}
      {list && (
        <ListBox
          element={list.element as HTMLSelectElement}
          scale={scale}
          onChoose={(values) => commands.give(tab, { type: "control.select", node: list.id, values })}
          onClose={() => {
            setList(undefined);
            overlay.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </>
  );
}
