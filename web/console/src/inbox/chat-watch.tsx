import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useNews } from "../sessions/live";
import { takenHere } from "../sessions/taken";
import { hasBell } from "../ui/bell";
import { showNotice } from "../ui/notice";
import { play } from "../ui/sound";
import { useTitleMark } from "../ui/title";
import { toastHint } from "../ui/toasts";
import { useMyChats } from "./use-my-chats";

/** Tells of messages and sessions that came where nobody looks. */
export function ChatWatch() {
  const { chats, loaded } = useMyChats();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const unread = chats.reduce((sum, chat) => sum + chat.unread, 0);
  useTitleMark("unread", unread > 0 ? String(unread) : undefined);

  const open = (id: string) => void navigate({ to: "/sessions/$id", params: { id } });
  const ids = chats.map(({ session }) => session.id).join(" ");

  useNews((news) => {
    if (news.type !== "chat.posted" || news.seat !== "customer") return;
    const chat = chats.find(({ session }) => session.id === news.sessionId);
    if (!chat || (path === `/sessions/${news.sessionId}` && document.visibilityState === "visible")) return;
    if (hasBell()) play("message");
    showNotice({
      title: chat.session.customerName ?? "A visitor",
      body: "wrote a message.", // what it says is not for a locked screen
      tag: `chat-${news.sessionId}`,
      onOpen: () => open(news.sessionId),
    });
  });

  // A session that is here without the own doing was handed over.
  const known = useRef<Set<string>>(undefined);
  useEffect(() => {
    if (!loaded) return;
    const now = new Set(ids.split(" ").filter(Boolean));
    const before = known.current;
    known.current = now;
    if (!before) return;
    for (const { session } of chats) {
      if (before.has(session.id) || path === `/sessions/${session.id}` || takenHere.has(session.id)) continue;
      if (hasBell()) play("offer");
      toastHint(
        "A session was handed to you",
        `#${session.number} ${session.customerName ?? "Visitor"} is under My chats.`,
      );
    }
  }, [chats, ids, loaded, path]);
  return null;
}
