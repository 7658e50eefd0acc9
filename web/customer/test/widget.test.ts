import { Refused } from "@remote-support/sdk/host";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { button, clear, FakePage, find, press, see, settle, type, visible } from "./fake-host";

afterEach(() => {
  clear();
  vi.useRealTimers();
});

const closed = { "desk/open": { open: false, staffAvailable: false, opensAt: "2031-01-06T09:00:00Z" } };
const open = { "desk/open": { open: true, staffAvailable: true } };

function submit(what: string): void {
  see<HTMLFormElement>(what).dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
}

describe("a call", () => {
  const browser = (value: object | undefined) =>
    Object.defineProperty(navigator, "mediaDevices", { configurable: true, value });

  beforeEach(() => {
    browser({ getUserMedia: vi.fn() });
    vi.stubGlobal("RTCPeerConnection", vi.fn());
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    browser(undefined);
  });

  it("is offered before the first message and in the session, and asked for by its script", async () => {
    const page = await new FakePage(open).load();
    expect(see("rs-call-start").title).toBe("Call us");
    type("rs-input", "Hello");
    press("rs-input", "Enter");
    await settle();
    page.connect();
    expect(visible("rs-call-start")).toBe(true);

    see("rs-call-start").click();
    await settle();

    expect(page.call).toHaveBeenCalledOnce();
  });

  it("is not offered while we are closed, or where the browser cannot", async () => {
    await new FakePage(closed).load();
    expect(visible("rs-call-start")).toBe(false);
    clear();
    browser(undefined);
    await new FakePage(open).load();

    expect(visible("rs-call-start")).toBe(false);
  });

  it("that cannot be asked for says so", async () => {
    const page = await new FakePage(open).load();
    page.away.add("call");
    see("rs-call-start").click();
    await settle();

    expect(see(".complaint.top").textContent).not.toBe("");
  });
});

describe("outside our hours", () => {
  it("there is a form instead of a chat, which says when we are back", async () => {
    await new FakePage(closed).load();

    expect(visible("rs-leave")).toBe(true);
    expect(visible("rs-input")).toBe(false);
    expect(see("rs-leave").textContent).toMatch(/back on January 6 at/);
  });

  it("a message without an address is not left, and the person is told why", async () => {
    const page = await new FakePage(closed).load();
    type("rs-leave-message", "My parcel is lost");
    type("rs-leave-email", "nonsense");

    submit("rs-leave");

    expect(page.start).not.toHaveBeenCalled();
    expect(see("#email-complaint").textContent).toContain("e-mail address");
    expect(see("rs-leave-email").ariaInvalid).toBe("true");
  });

  it("a message is kept as a session that waits, and what happens next is said", async () => {
    const page = await new FakePage(closed).load();
    type("rs-leave-name", "Jo");
    type("rs-leave-email", "jo@example.com");
    type("rs-leave-message", "My parcel is lost");

    submit("rs-leave");
    await settle();
    page.connect();
    page.stand({ state: "queued", technicians: [] });

    expect(see("rs-input").matches(":focus")).toBe(true);
    expect(page.start).toHaveBeenCalledExactlyOnceWith({ name: "Jo", email: "jo@example.com" });
    expect(page.sent).toContainEqual(expect.objectContaining({ type: "chat.send", text: "My parcel is lost" }));
    expect(see("rs-notice").textContent).toContain("Your message is kept");
    expect(see("rs-notice").textContent).toContain("jo@example.com");
  });

  it("a customer whom the site vouches for is not asked who it is", async () => {
    await new FakePage(closed, "customer").load();

    expect(find("rs-leave-email")).toBeNull();
  });

  it("a desk that cannot be asked counts as open", async () => {
    await new FakePage({}).load();

    expect(visible("rs-input")).toBe(true);
    expect(visible("rs-leave")).toBe(false);
  });
});

describe("the chat window", () => {
  async function chatting(): Promise<FakePage> {
    const page = new FakePage(open);
    page.session = "s";
    await page.load();
    page.connect();
    return page;
  }

  it("shows live where the customer stands in the queue", async () => {
    const page = await chatting();

    page.stand({
      state: "queued",
      technicians: [],
      waiting: { position: 3, expectedWaitSeconds: 240, staffAvailable: true },
    });
    expect(see("rs-notice").textContent).toContain("You are number 3 · about 4 minutes");
    page.stand({
      state: "offered",
      technicians: [],
      waiting: { position: 0, expectedWaitSeconds: 0, staffAvailable: true },
    });
    expect(see("rs-notice").textContent).toContain("Your turn comes now");
    page.stand();

    expect(visible("rs-notice")).toBe(false);
  });

  it("shows that the other side types, until its message comes", async () => {
    const page = await chatting();

    page.receive({ type: "chat.typing", seat: "technician", name: "Alex" });
    expect(see("rs-typing").textContent).toContain("Alex is typing");
    expect(visible("rs-typing")).toBe(true);
    page.says(1, "Hello");

    expect(visible("rs-typing")).toBe(false);
  });

  it("says that the customer types, but seldom", async () => {
    const page = await chatting();

    for (const text of ["H", "He", "Hel"]) type("rs-input", text);

    expect(page.sent.filter((frame) => frame.type === "chat.typing")).toHaveLength(1);
  });

  it("tells a screen reader what comes in, once, and not what was there before", async () => {
    const page = new FakePage(open);
    page.session = "s";
    await page.load();
    page.connect(1);
    page.says(1, "From yesterday");
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(see("rs-announcer").textContent).toBe("");

    page.says(2, "Good morning");
    page.receive({ type: "chat.progress", seat: "technician", delivered: 1, read: 1 });
    await new Promise((resolve) => setTimeout(resolve, 40));

    expect(see("rs-announcer").textContent).toBe("Alex: Good morning");
  });

  it("keeps a message's place on the screen when its ticks change", async () => {
    const page = await chatting();
    page.says(1, "mine", { sender: { kind: "visitor", id: "v", name: "", seat: "customer" } });
    const before = see("rs-message");
    const words = see(".words");

    page.receive({ type: "chat.progress", seat: "technician", delivered: 1, read: 1 });

    expect(see("rs-message")).toBe(before);
    expect(see(".words")).toBe(words);
    expect(before.dataset.status).toBe("read");
    expect(before.textContent).toContain("Read");
  });

  it("says when something was hidden to protect the customer", async () => {
    const page = await chatting();

    page.says(1, "My card is •••• •••• •••• 1111", { masked: true });

    expect(see("rs-message").textContent).toContain("We hid a card number to protect you.");
  });

  it("draws no markup that somebody writes", async () => {
    const page = await chatting();

    page.says(1, `<img src=x onerror="alert(1)"> https://example.com/?a=<b>`);

    expect(find("rs-message img")).toBeNull();
    expect(see(".words").textContent).toContain("<img src=x");
    expect(see<HTMLAnchorElement>(".words a").href).toBe("https://example.com/?a=");
  });

  it("closes one thing at a time with Escape", async () => {
    await chatting();
    see("rs-emoji-button").click();
    await settle();
    expect(visible("rs-emoji")).toBe(true);

    press("[data-testid=rs-emoji] button", "Escape");
    expect([visible("rs-emoji"), visible("rs-panel")]).toEqual([false, true]);
    press("rs-input", "Escape");

    expect(visible("rs-panel")).toBe(false);
  });

  it("puts an emoji where the caret is", async () => {
    await chatting();
    type("rs-input", "ab");
    see<HTMLTextAreaElement>("rs-input").setSelectionRange(1, 1);
    see("rs-emoji-button").click();
    await settle();

    see("[data-testid=rs-emoji] button").click();

    expect(see<HTMLTextAreaElement>("rs-input").value).toBe("a😀b");
  });

  it("counts what is unread while it is closed, and reads it when it opens", async () => {
    const page = await chatting();
    button("Close the chat window").click();
    page.says(1, "Are you there?");
    page.says(2, "Hello?");
    expect(page.launcher.unread).toHaveBeenLastCalledWith(2);
    expect(page.sent).not.toContainEqual(expect.objectContaining({ type: "chat.read" }));

    // Another tab of the same browser has shown it.
    page.local.set("read", { session: "s", sequence: 2 });
    window.dispatchEvent(new Event("storage"));

    expect(page.launcher.unread).toHaveBeenLastCalledWith(0);
  });

  it("warns before an idle chat ends, until somebody writes", async () => {
    const page = await chatting();

    page.stand({ idleEndsAt: new Date(Date.now() + 119_000).toISOString() });
    expect(see("rs-idle").textContent).toContain("ends in 2 minutes");
    expect(visible("rs-idle")).toBe(true);
    await settle();
    page.says(1, "Still here");

    expect(visible("rs-idle")).toBe(false);
  });
});

describe("after the end", () => {
  async function ended(answers: object = {}, kind: "visitor" | "customer" = "visitor"): Promise<FakePage> {
    const page = new FakePage({ ...open, ...answers }, kind);
    page.session = "s";
    await page.load();
    page.connect();
    page.says(1, "Bye");
    page.end();
    return page;
  }

  it("the customer rates with a comment, once", async () => {
    const page = await ended({ "sessions/s/rating": {} });

    see("rs-star-4").click();
    type("rs-comment", "Quick");
    submit("rs-rating");
    await settle();

    expect(page.request).toHaveBeenCalledWith("sessions/s/rating", { rating: 4, comment: "Quick" });
    expect(see("rs-rating").textContent).toContain("Thank you");
    expect(page.local.get("finished")).toMatchObject({ session: "s", rated: true });
  });

  it("a rating that was given elsewhere counts", async () => {
    await ended({
      "sessions/s/rating": () => {
        throw new Refused(409, "already-rated", "Rated.");
      },
    });

    see("rs-star-1").click();
    submit("rs-rating");
    await settle();

    expect(see("rs-rating").textContent).toContain("rated this chat already");
  });

  it("a chat that nobody answered is not rated", async () => {
    const page = new FakePage(open);
    page.session = "s";
    await page.load();
    page.end();

    expect(visible("rs-over")).toBe(true);
    expect(find("rs-rating")).toBeNull();
  });

  it("the next page still asks for the rating", async () => {
    const page = new FakePage(open);
    page.local.set("finished", { session: "s", at: Date.now(), helped: true });

    await page.load();

    expect(see("rs-rating").textContent).toContain("How was your last chat with us?");
  });

  it("the chat is sent by mail to a customer whom the site knows", async () => {
    const page = await ended({ "support/chat/s/transcript": { to: "jo@example.com" } }, "customer");

    see("rs-transcript").click();
    await settle();

    expect(page.request).toHaveBeenLastCalledWith("support/chat/s/transcript", { language: "en" });
    expect(see(".transcript").textContent).toContain("On its way to jo@example.com");
  });

  it("a visitor saves the chat instead, since mail goes to vouched addresses only", async () => {
    const page = await ended({ "support/chat/s/messages": { items: [], last: 0 } });
    const create = vi.fn((_file: Blob) => "blob:x");
    Object.assign(URL, { createObjectURL: create, revokeObjectURL: vi.fn() });
    const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);

    expect(visible("rs-transcript")).toBe(false);
    see("rs-save").click();
    await settle();

    expect(page.request).toHaveBeenLastCalledWith(expect.stringContaining("support/chat/s/messages"));
    expect(create.mock.lastCall?.[0].type).toBe("application/octet-stream");
    expect(click).toHaveBeenCalledOnce();
    click.mockRestore();
  });
});

describe("your conversations", () => {
  const past = {
    id: "old",
    number: 7,
    state: "ended",
    staff: { name: "Alex" },
    subject: null,
    requestedAt: "2026-01-01T10:00:00Z",
    endedAt: new Date(Date.now() - 3_600_000).toISOString(),
    rating: null,
  };
  const kept = {
    ...open,
    sessions: { items: [{ ...past, id: "now", state: "queued", staff: null, endedAt: null }, past], next: null },
    cases: { items: [{ id: "c", title: "Broken pot", status: "open", sessions: [past] }] },
    "support/chat/old/messages": {
      items: [
        {
          id: "m",
          conversationId: "old",
          sequence: 1,
          sender: { kind: "staff", id: "a", name: "Alex", seat: "technician" },
          type: "text",
          text: "It is on its way",
          at: "2026-01-01T10:00:00Z",
          clientMessageId: null,
        },
      ],
      last: 1,
    },
  };

  it("lists what is open, the tickets and what is past", async () => {
    await new FakePage(kept).load();

    see("rs-conversations").click();
    await settle();

    expect(see("rs-list").textContent).toMatch(/Open.*Chat no. 7.*Tickets.*Broken pot.*1 chat.*Past.*Chat with Alex/);
  });

  it("opens a past chat to read, rate and send it", async () => {
    await new FakePage(kept).load();
    see("rs-conversations").click();
    await settle();

    see("[data-testid=rs-list] section:last-of-type [data-testid=rs-past]").click();
    await settle();

    expect(visible("rs-past-chat")).toBe(true);
    expect(see("rs-past-chat").textContent).toContain("It is on its way");
    expect(find("[data-testid=rs-past-chat] [data-testid=rs-rating]")).not.toBeNull();
    press("rs-past-chat", "Escape");
    expect([visible("rs-past-chat"), visible("rs-list")]).toEqual([false, true]);
  });

  it("goes on with a chat that is open elsewhere", async () => {
    const page = await new FakePage(kept).load();
    see("rs-conversations").click();
    await settle();
    see("[data-testid=rs-list] [data-testid=rs-past]").click();
    await settle();

    button("Go on with this chat").click();
    await settle();

    expect(page.start).toHaveBeenCalledOnce();
    expect(visible("rs-input")).toBe(true);
  });

  it("says so when they cannot be read", async () => {
    await new FakePage(open).load();

    see("rs-conversations").click();
    await settle();

    expect(see("rs-list").textContent).toContain("There is nothing.");
  });
});
