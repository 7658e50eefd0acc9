import { VisuallyHidden } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Author } from "./conversation";
import type { Timeline } from "./timeline";

interface SpokenProps {
  timeline: Timeline;
  me: Author;
}

/** Tells a screen reader what others write, once. The list is no live region itself: each tick would have it read again. */
export function Spoken({ timeline, me }: SpokenProps) {
  const [news, setNews] = useState({ upTo: 0, text: "" });
  const told = useRef<number>(undefined);
  const { loaded, last, messages } = timeline;
  useEffect(() => {
    if (!loaded) return;
    // What was there when we came is no news, even where it is still on its way.
    const before = (told.current ??= last);
    const fresh = messages.filter(({ sequence, sender }) => sequence > before && sender.id !== me.id);
    told.current = Math.max(before, messages.at(-1)?.sequence ?? 0);
    if (fresh.length === 0) return;
    const text = fresh.map(({ sender, text }) => `${sender.name}: ${text}`).join(" ");
    setNews({ upTo: told.current, text: text.slice(0, 500) });
  }, [loaded, last, messages, me.id]);
  return (
    <VisuallyHidden role="status" data-testid="chat-spoken">
      {/* By its key it is another text, also where the words are the same. */}
      <span key={news.upTo}>{news.text}</span>
    </VisuallyHidden>
  );
}
