import type { ChatMessage } from "@remote-support/protocol";

/** An own message that the server has not stored yet. */
export interface Pending {
  clientMessageId: string;
  text: string;
  at: string;
  failure?: string;
  /** Failed because no answer came in time: it goes again by itself once the connection is back. */
  unanswered?: boolean;
  /** A note for staff alone. */
  internal?: boolean;
  upload?: Upload;
}

/** A file on its way to the server; the message follows it. */
export interface Upload {
  file: File;
  /** From 0 to 1. */
  progress: number;
  stored?: NonNullable<ChatMessage["attachment"]>;
}

/** How far the customer's side has come. */
export interface Progress {
  delivered: number;
  read: number;
}

/** A conversation as this page knows it. */
export interface Timeline {
  /** In the order of their sequence, each once. */
  messages: readonly ChatMessage[];
  /** In the order they were written. */
  pending: readonly Pending[];
  /** Everything up to this sequence is here. */
  have: number;
  /** The newest sequence the server spoke of. */
  last: number;
  ended: boolean;
  /** False until the first answer. */
  loaded: boolean;
  /** Who of the other side is writing right now. */
  typing?: string;
  progress: Progress;
}

export const EMPTY: Timeline = {
  messages: [],
  pending: [],
  have: 0,
  last: 0,
  ended: false,
  loaded: false,
  progress: { delivered: 0, read: 0 },
};

export function withMessages(timeline: Timeline, arrived: readonly ChatMessage[], last: number): Timeline {
  const bySequence = new Map(timeline.messages.map((message) => [message.sequence, message]));
  for (const message of arrived) bySequence.set(message.sequence, message);
  const stored = new Set(arrived.map((message) => message.clientMessageId));
  let have = timeline.have;
  while (bySequence.has(have + 1)) have++;
  return {
    ...timeline,
    messages: [...bySequence.values()].sort((a, b) => a.sequence - b.sequence),
    pending: timeline.pending.filter((own) => !stored.has(own.clientMessageId)),
    have,
    last: Math.max(timeline.last, last, ...arrived.map((message) => message.sequence)),
    loaded: timeline.loaded || arrived.length > 0 || last === 0,
    typing: arrived.some((message) => message.sender.seat === "customer") ? undefined : timeline.typing,
  };
}

export function isMissingSome(timeline: Timeline): boolean {
  return timeline.have < timeline.last;
}

export function withPending(timeline: Timeline, own: Pending): Timeline {
  return { ...timeline, pending: [...timeline.pending, own] };
}

export function withChanged(timeline: Timeline, clientMessageId: string, change: Partial<Pending>): Timeline {
  return {
    ...timeline,
    pending: timeline.pending.map((own) => (own.clientMessageId === clientMessageId ? { ...own, ...change } : own)),
  };
}

export function withFailure(
  timeline: Timeline,
  clientMessageId: string,
  failure: string | undefined,
  unanswered = false,
): Timeline {
  return withChanged(timeline, clientMessageId, { failure, unanswered });
}

export function without(timeline: Timeline, clientMessageId: string): Timeline {
  return { ...timeline, pending: timeline.pending.filter((own) => own.clientMessageId !== clientMessageId) };
}

/** It never goes back, whatever the order of arrival. */
export function withProgress(timeline: Timeline, { delivered, read }: Progress): Timeline {
  const progress = {
    delivered: Math.max(timeline.progress.delivered, delivered),
    read: Math.max(timeline.progress.read, read),
  };
  return { ...timeline, progress };
}
