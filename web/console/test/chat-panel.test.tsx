import { MantineProvider } from "@mantine/core";
import type { ChatMessage } from "@remote-support/protocol";
import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { ChatPanel } from "../src/chat/chat-panel";
import { EMPTY, withMessages, withPending, withProgress, type Timeline } from "../src/chat/timeline";

const ME = { id: "staff-1", name: "Ada" };
const HELLO: ChatMessage = {
  id: "m1",
  conversationId: "s1",
  sequence: 1,
  sender: { kind: "visitor", id: "v1", name: "Grace", seat: "customer" },
  type: "text",
  text: "<b>Hello</b>",
  at: new Date().toISOString(),
  clientMessageId: null,
};

const ANSWERS = [
  { id: "1", code: "hello", text: "Hello {{customer.name}}, this is {{staff.name}}." },
  { id: "2", code: "bye", text: "Goodbye!" },
];
const VARIABLES = { "customer.name": "Grace", "staff.name": "Ada", "session.number": "17" };

/** Each test is a session of its own: drafts are kept by session. */
let shown = 0;

function show(timeline = withMessages(EMPTY, [HELLO], 1)) {
  const [onSend, onRetry, onNote, onAttach, onRead] = [vi.fn(), vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  render(
    <MantineProvider>
      <ChatPanel
        sessionId={`s${++shown}`}
        timeline={timeline}
        me={ME}
        onSend={onSend}
        onRetry={onRetry}
        onNote={onNote}
        onAttach={onAttach}
        onRead={onRead}
        answers={ANSWERS}
        variables={VARIABLES}
      />
    </MantineProvider>,
  );
  return { onSend, onRetry, onNote, onAttach, onRead, field: screen.getByTestId("chat-input") };
}

describe("ChatPanel", () => {
  it("shows a message as text, under its sender and day", () => {
    show();

    expect(screen.getByText("<b>Hello</b>")).toBeTruthy();
    expect(screen.getByText("Grace")).toBeTruthy();
    expect(screen.getByText("Today")).toBeTruthy();
  });

  it("tells a screen reader what comes in, once, and not what was there or is one's own", () => {
    const panel = (timeline: Timeline) => (
      <MantineProvider>
        <ChatPanel sessionId="spoken" timeline={timeline} me={ME} />
      </MantineProvider>
    );
    const said = () => screen.getByTestId("chat-spoken").textContent;
    const before = withMessages(EMPTY, [HELLO], 1);
    const { rerender } = render(panel(before));
    expect(said()).toBe("");

    const own = {
      ...HELLO,
      id: "m2",
      sequence: 2,
      sender: { ...HELLO.sender, id: ME.id, seat: "technician" as const },
    };
    const after = withMessages(before, [own, { ...HELLO, id: "m3", sequence: 3, text: "Anybody?" }], 3);
    rerender(panel(after));
    rerender(panel(withProgress(after, { delivered: 2, read: 2 })));

    expect(said()).toBe("Grace: Anybody?");
    expect(screen.getByRole("log").getAttribute("aria-live")).toBe("off");
  });

  it("sends by Enter and empties the field", () => {
    const { onSend, field } = show();
    fireEvent.change(field, { target: { value: "  How can I help?  " } });

    fireEvent.keyDown(field, { key: "Enter" });

    expect(onSend).toHaveBeenCalledExactlyOnceWith("How can I help?");
    expect((field as HTMLTextAreaElement).value).toBe("");
  });

  it("keeps writing by Shift+Enter, and sends no blank message", () => {
    const { onSend, field } = show();

    fireEvent.keyDown(field, { key: "Enter" });
    fireEvent.change(field, { target: { value: "One" } });
    fireEvent.keyDown(field, { key: "Enter", shiftKey: true });

    expect(onSend).not.toHaveBeenCalled();
  });

  it("offers to send a failed message again", () => {
    const failed = { clientMessageId: "c1", text: "Lost?", at: HELLO.at, failure: "No answer yet" };
    const { onRetry } = show(withPending(withMessages(EMPTY, [HELLO], 1), failed));

    fireEvent.click(screen.getByTestId("chat-retry"));

    expect(onRetry).toHaveBeenCalledWith("c1");
  });

  it("inserts a canned answer by its code, with the names filled in", () => {
    const { onSend, field } = show();
    fireEvent.change(field, { target: { value: "/hel", selectionStart: 4 } });
    expect(screen.getAllByTestId("canned-option")).toHaveLength(1);

    fireEvent.keyDown(field, { key: "Enter" });

    expect((field as HTMLTextAreaElement).value).toBe("Hello Grace, this is Ada.");
    expect(onSend).not.toHaveBeenCalled();
    expect(screen.queryByTestId("canned-option")).toBeNull();
  });

  it("sends what looks like a code but is none", () => {
    const { onSend, field } = show();
    fireEvent.change(field, { target: { value: "and/or", selectionStart: 6 } });

    fireEvent.keyDown(field, { key: "Enter" });

    expect(onSend).toHaveBeenCalledExactlyOnceWith("and/or");
  });

  it("keeps a note apart from what the customer gets", () => {
    const { onSend, onNote, field } = show();
    fireEvent.click(screen.getByLabelText("Note"));
    fireEvent.change(field, { target: { value: "Is angry" } });

    fireEvent.keyDown(field, { key: "Enter" });

    expect(onNote).toHaveBeenCalledExactlyOnceWith("Is angry");
    expect(onSend).not.toHaveBeenCalled();
  });

  it("attaches what is pasted, and leaves pasted text to the field", () => {
    const { onAttach, field } = show();
    const file = new File(["x"], "screen.png");

    fireEvent.paste(field, { clipboardData: { files: [file] } });
    fireEvent.paste(field, { clipboardData: { files: [] } });

    expect(onAttach).toHaveBeenCalledExactlyOnceWith([file]);
  });

  it("counts an emoji as one character, and sends nothing too long", () => {
    const { onSend, field } = show();
    fireEvent.change(field, { target: { value: "👍".repeat(4000) } });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(onSend).toHaveBeenCalledTimes(1);

    fireEvent.change(field, { target: { value: "👍".repeat(4001) } });
    fireEvent.keyDown(field, { key: "Enter" });

    expect(onSend).toHaveBeenCalledTimes(1);
    expect(screen.getByText("Too long by 1")).toBeTruthy();
  });

  it("says of an own message whether it was sent, delivered and read", () => {
    const own = (sequence: number): ChatMessage => ({
      ...HELLO,
      id: `o${sequence}`,
      sequence,
      sender: { kind: "staff", id: ME.id, name: ME.name, seat: "technician" },
    });
    show(withProgress(withMessages(EMPTY, [own(1), own(2), own(3)], 3), { delivered: 2, read: 1 }));

    const states = screen.getAllByTestId("chat-tick").map((tick) => tick.getAttribute("aria-label"));

    expect(states).toEqual(["Read", "Delivered", "Sent"]);
  });

  it("marks what was masked, and notes for staff", () => {
    const note: ChatMessage = { ...HELLO, id: "n", sequence: 2, internal: true };
    show(withMessages(EMPTY, [{ ...HELLO, masked: true }, note], 2));

    expect(screen.getByTestId("chat-masked")).toBeTruthy();
    expect(screen.getByText("Note, staff only")).toBeTruthy();
  });

  it("tells that the newest message was seen", () => {
    const { onRead } = show();

    expect(onRead).toHaveBeenCalledWith(1);
  });

  it("lets web addresses be followed, and tells the page behind nothing", () => {
    show(withMessages(EMPTY, [{ ...HELLO, text: "See https://example.com/a?b=1. Or javascript:alert(1)" }], 1));

    const links = screen.getAllByRole("link");

    expect(links.map((link) => link.getAttribute("href"))).toEqual(["https://example.com/a?b=1"]);
    expect(links[0]?.getAttribute("rel")).toBe("noopener noreferrer");
    expect(links[0]?.getAttribute("target")).toBe("_blank");
  });

  it("says nothing of how far the customer has read where that is not known", () => {
    const ours: ChatMessage = { ...HELLO, id: "m2", sequence: 2, sender: { ...HELLO.sender, seat: "technician" } };
    const panel = (stored: boolean) => (
      <MantineProvider>
        <ChatPanel sessionId="s-stored" timeline={withMessages(EMPTY, [ours], 2)} me={ME} stored={stored} />
      </MantineProvider>
    );
    const { rerender } = render(panel(false));
    expect(screen.getByTestId("chat-tick")).toBeTruthy();

    rerender(panel(true));

    expect(screen.queryByTestId("chat-tick")).toBeNull();
  });

  it("asks for the answers anew when one is looked for, and says that none is called so", () => {
    const onLookUp = vi.fn();
    render(
      <MantineProvider>
        <ChatPanel
          sessionId="s-look-up"
          timeline={EMPTY}
          me={ME}
          onSend={vi.fn()}
          answers={ANSWERS}
          onLookUp={onLookUp}
          variables={VARIABLES}
        />
      </MantineProvider>,
    );
    expect(onLookUp).not.toHaveBeenCalled();

    fireEvent.change(screen.getByTestId("chat-input"), { target: { value: "/parcel" } });

    expect(onLookUp).toHaveBeenCalledTimes(1);
    expect(screen.getByTestId("canned-none").textContent).toContain("/parcel");
    fireEvent.change(screen.getByTestId("chat-input"), { target: { value: "/hel" } });
    expect(screen.queryByTestId("canned-none")).toBeNull();
  });
});
