import { useEffect } from "react";

let page = "Remote Support";
const marks = new Map<string, string>();

/** The first of these that is there stands before the page's name. */
const ORDER = ["call", "offer", "unread", "waiting"] as const;
type Mark = (typeof ORDER)[number];

function show(): void {
  const first = ORDER.map((mark) => marks.get(mark)).find(Boolean);
  document.title = first ? `(${first}) ${page}` : page;
}

/** Names the page in the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    page = `${title} · Remote Support`;
    show();
  }, [title]);
}

/** Shows in the browser's tab what wants attention, whatever page is open. */
export function useTitleMark(mark: Mark, words: string | undefined): void {
  useEffect(() => {
    if (words) marks.set(mark, words);
    else marks.delete(mark);
    show();
    return () => {
      marks.delete(mark);
      show();
    };
  }, [mark, words]);
}
