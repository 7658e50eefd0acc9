import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { AccessDialog } from "../src/visitors/access-dialog";
import type { Access, LiveVisitor } from "../src/visitors/queries";
import { show } from "./screen";

const api = vi.hoisted(() => ({ get: vi.fn(), post: vi.fn() }));
const navigate = vi.hoisted(() => vi.fn());
vi.mock("../src/api/client", () => ({ api, access: {} }));
vi.mock("@tanstack/react-router", () => ({ useNavigate: () => navigate }));

const GRACE: LiveVisitor = {
  id: "v1",
  siteId: "s1",
  name: "Grace",
  identified: false,
  browser: "Firefox 140",
  os: null,
  place: null,
  since: "2026-03-01T10:00:00Z",
  tabs: [],
};

const asked = (more: Partial<Access>): Access => ({
  id: "a1",
  state: "open",
  expiresAt: new Date(Date.now() + 30_000).toISOString(),
  ...more,
});

function ask(first: Access, then: Access): void {
  api.post.mockResolvedValue(first);
  api.get.mockResolvedValue(then);
  show(<AccessDialog visitor={GRACE} onClose={vi.fn()} />);
  fireEvent.change(screen.getByTestId("access-reason"), { target: { value: " Your order " } });
  fireEvent.click(screen.getByTestId("access-ask"));
}

beforeEach(() => vi.resetAllMocks());

describe("AccessDialog", () => {
  it("asks with the reason and leads into the session that a Yes has begun", async () => {
    ask(asked({}), asked({ state: "allowed", sessionId: "s7" }));

    await waitFor(() => expect(navigate).toHaveBeenCalledWith({ to: "/sessions/$id", params: { id: "s7" } }));
    expect(api.post).toHaveBeenCalledWith("/api/visitors/v1/access", { reason: "Your order" });
  });

  it("waits while nobody has answered", async () => {
    ask(asked({}), asked({}));

    expect((await screen.findByTestId("access-waiting")).textContent).toContain("s left");
    expect(navigate).not.toHaveBeenCalled();
  });

  it.each([
    ["denied", "said no"],
    ["expired", "did not answer"],
  ] as const)("says that the visitor has %s it", async (state, words) => {
    ask(asked({}), asked({ state }));

    expect((await screen.findByTestId("access-answer")).textContent).toContain(words);
    expect(navigate).not.toHaveBeenCalled();
  });

  it("says why it could not begin", async () => {
    ask(asked({}), asked({ state: "failed", detail: "As many as the plan includes." }));

    expect((await screen.findByTestId("access-answer")).textContent).toContain("As many as the plan includes.");
  });

  it("shows the session of whoever is in one already", async () => {
    ask({ state: "in_session", sessionId: "s9", detail: "Bob" }, asked({}));

    fireEvent.click(await screen.findByTestId("access-open-session"));

    expect(navigate).toHaveBeenCalledWith({ to: "/sessions/$id", params: { id: "s9" } });
    expect(api.get).not.toHaveBeenCalled();
  });

  it("leads nowhere where a colleague's session may not be seen", async () => {
    ask({ state: "in_session" }, asked({}));

    expect((await screen.findByTestId("access-answer")).textContent).toContain("A colleague helps there.");
    expect(screen.queryByTestId("access-open-session")).toBeNull();
  });
});
