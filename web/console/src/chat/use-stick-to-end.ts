import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Timeline } from "./timeline";

/**
 * Keeps the end in view while the reader is there, and counts what came while they were not.
 *
 * @param onRead told the newest sequence that a person had before their eyes
 */
export function useStickToEnd(timeline: Timeline, onRead?: (sequence: number) => void) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [seen, setSeen] = useState(0);
  const count = timeline.messages.length;
  const newest = timeline.messages[count - 1]?.sequence ?? 0;
  const tell = useRef(onRead);
  useEffect(() => {
    tell.current = onRead;
  });

  const read = (sequence: number) => {
    if (atEnd.current && sequence > 0 && document.visibilityState === "visible") tell.current?.(sequence);
  };

  const toEnd = () => {
    const element = box.current;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    atEnd.current = true;
    setSeen(count);
    read(newest);
  };

  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
  }, [count, timeline.pending.length, timeline.typing]);

  useEffect(() => {
    const onVisible = () => read(newest);
    document.addEventListener("visibilitychange", onVisible);
    return () => document.removeEventListener("visibilitychange", onVisible);
  }, [newest]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // Pictures that load later make the content longer, too.
    const watch = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    watch.observe(element);
    if (element.firstElementChild) watch.observe(element.firstElementChild);
    return () => watch.disconnect();
  }, []);

  const onScroll = () => {
    const element = box.current;
    if (!element) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 48;
    if (!atEnd.current) return;
    setSeen(count);
    read(newest);
  };
  return { box, unseen: Math.max(0, count - seen), onScroll, toEnd };
}
