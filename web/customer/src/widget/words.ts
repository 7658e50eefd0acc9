import type { Chat } from "./chat";

/** How things stand, in one line. */
export function status(chat: Chat): string {
  if (chat.phase === "ended") return "This chat has ended";
  if (chat.phase === "new") return "Ask us anything";
  if (chat.connection === "waiting") return "Reconnecting…";
  const { state, technicians } = chat.standing ?? { state: "queued", technicians: [] as string[] };
  const who = technicians.join(", ");
  if (state === "interrupted" || (state === "active" && !who)) return "We’ll be back with you in a moment";
  if (state === "active") return `${who} is here`;
  return chat.connection === "connected" ? "We’ll be with you soon" : "Connecting…";
}

export function time(at: string): string {
  return new Date(at).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
}
