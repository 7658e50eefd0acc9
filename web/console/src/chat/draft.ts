import { useState } from "react";

export interface Draft {
  text: string;
  note: boolean;
}

/** What was begun in each session, until it is sent or the page is left. */
const drafts = new Map<string, Draft>();
const NOTHING: Draft = { text: "", note: false };

/** A draft that is still there after a look at another chat. */
export function useDraft(sessionId: string): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(() => drafts.get(sessionId) ?? NOTHING);
  const keep = (next: Draft) => {
    if (next.text || next.note) drafts.set(sessionId, next);
    else drafts.delete(sessionId);
    setDraft(next);
  };
  return [draft, keep];
}
