import { describe, expect, it } from "vitest";
import { lastWords, longestUnanswered, neighbour, summarise } from "../src/inbox/summary";
import { said, session } from "./samples";

const tail = (...items: ReturnType<typeof said>[]) => ({ items, last: items.at(-1)?.sequence ?? 0 });

describe("summarise", () => {
  it("counts what the customer wrote after what was seen, not the own messages", () => {
    const chat = summarise(session("s1"), tail(said(1, "customer"), said(2, "technician"), said(3, "customer")), 1);

    expect(chat.unread).toBe(1);
  });

  it("knows since when the customer waits: the first message after the last answer", () => {
    const items = [said(1, "customer"), said(2, "technician"), said(3, "customer"), said(4, "customer")];

    expect(summarise(session("s1"), tail(...items), 4).waitingSince).toBe(items[2]?.at);
  });

  it("takes a note for staff for no answer", () => {
    const items = [said(1, "customer"), said(2, "technician", { internal: true })];

    expect(summarise(session("s1"), tail(...items), 0).waitingSince).toBe(items[0]?.at);
  });

  it("waits for nothing once answered", () => {
    expect(summarise(session("s1"), tail(said(1, "customer"), said(2, "technician")), 0).waitingSince).toBeUndefined();
  });

  it("knows nothing before the conversation is loaded", () => {
    expect(summarise(session("s1"), undefined, 0)).toMatchObject({ unread: 0, last: undefined });
  });
});

describe("the list of the own chats", () => {
  const chats = [
    summarise(session("a"), tail(said(5, "customer")), 0),
    summarise(session("b"), tail(said(2, "customer")), 0),
    summarise(session("c"), tail(said(1, "customer"), said(3, "technician")), 0),
  ];

  it("finds whose customer waits longest", () => {
    expect(longestUnanswered(chats)?.session.id).toBe("b");
    expect(longestUnanswered([])).toBeUndefined();
  });

  it("goes on around the ends", () => {
    expect(neighbour(chats, "c", 1)?.session.id).toBe("a");
    expect(neighbour(chats, "a", -1)?.session.id).toBe("c");
    expect(neighbour(chats, "another", 1)?.session.id).toBe("a");
    expect(neighbour([], "a", 1)).toBeUndefined();
  });

  it("says who spoke last", () => {
    expect(chats.map(lastWords)).toEqual(["text 5", "text 2", "You: text 3"]);
  });
});
