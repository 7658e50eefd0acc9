import { MantineProvider } from "@mantine/core";
import type { ChatMessage } from "@remote-support/protocol";
import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { ChatPanel } from "../src/chat/chat-panel";
import { EMPTY, withMessages, withPending } from "../src/chat/timeline";

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

function show(timeline = withMessages(EMPTY, [HELLO], 1)) {
  const [onSend, onRetry] = [vi.fn(), vi.fn()];
  render(
    <MantineProvider>
      <ChatPanel timeline={timeline} me={ME} onSend={onSend} onRetry={onRetry} />
    </MantineProvider>,
  );
  return { onSend, onRetry, field: screen.getByTestId("chat-input") };
}

describe("ChatPanel", () => {
  it("shows a message as text, under its sender and day", () => {
    show();

    expect(screen.getByText("<b>Hello</b>")).toBeTruthy();
    expect(screen.getByText("Grace")).toBeTruthy();
    expect(screen.getByText("Today")).toBeTruthy();
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
});
