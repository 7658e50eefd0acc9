import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CallServersPage } from "../src/ice/call-servers-page";
import { KEY, type CallServers } from "../src/ice/queries";
import { show } from "./screen";

const api = vi.hoisted(() => ({ get: vi.fn(), put: vi.fn(), post: vi.fn(), delete: vi.fn() }));
const probeServers = vi.hoisted(() => vi.fn());
vi.mock("../src/api/client", () => ({ api }));
vi.mock("@remote-support/media", () => ({ probeServers }));

const TURN = "turn:turn.example.com:3478";
const OWN: CallServers = { own: true, stun: [], turn: [TURN], policy: "all", secretKept: true };

const field = (name: string) => screen.getByTestId(name);
const save = () => fireEvent.click(screen.getByTestId("settings-save"));

function paste(name: string, text: string): void {
  fireEvent.paste(field(name), { clipboardData: { getData: () => text } });
}

beforeEach(() => vi.clearAllMocks());

describe("the servers of calls", () => {
  it("are explained where there are none, and can be set", async () => {
    show(<CallServersPage />, [[KEY, { ...OWN, own: false, turn: [], secretKept: false }]]);
    expect(screen.getByText("Calls go directly, or not at all")).toBeTruthy();
    api.put.mockResolvedValue(OWN);

    fireEvent.click(screen.getByTestId("servers-own"));
    paste("servers-turn", TURN);
    fireEvent.change(field("servers-secret"), { target: { value: "a-secret-of-the-north" } });
    save();

    await waitFor(() =>
      expect(api.put).toHaveBeenCalledWith("/api/ice-servers", {
        stun: [],
        turn: [TURN],
        policy: "all",
        secret: "a-secret-of-the-north",
      }),
    );
  });

  it("are not saved without what they need, and the form says what", () => {
    show(<CallServersPage />, [[KEY, { ...OWN, own: false, turn: [], secretKept: false }]]);
    fireEvent.click(screen.getByTestId("servers-own"));

    paste("servers-turn", "turn.example.com");
    save();
    expect(screen.getByText(/“turn.example.com” is no such address/)).toBeTruthy();
    expect(screen.getByText("TURN servers need the secret that they share with us")).toBeTruthy();
    expect(api.put).not.toHaveBeenCalled();
  });

  it("keep their secret where none is written, and never show it", async () => {
    show(<CallServersPage />, [[KEY, OWN]]);
    api.put.mockResolvedValue({ ...OWN, policy: "relay" });

    fireEvent.click(screen.getByLabelText("Relays only"));
    save();

    await waitFor(() =>
      expect(api.put).toHaveBeenCalledWith("/api/ice-servers", { stun: [], turn: [TURN], policy: "relay" }),
    );
    expect((field("servers-secret") as HTMLInputElement).value).toBe("");
  });

  it("are tested as they are written, each with what to do", async () => {
    const servers = [{ urls: [TURN], username: "1:ada", credential: "x" }];
    api.post.mockResolvedValue({ servers, policy: "all", expiresAt: "2026-11-27T09:15:00Z" });
    probeServers.mockResolvedValue([{ url: TURN, word: "refused" }]);
    show(<CallServersPage />, [[KEY, OWN]]);

    fireEvent.click(screen.getByTestId("servers-test"));

    expect((await screen.findByTestId("server-answer")).textContent).toContain("The secret is not the server's");
    expect(api.post).toHaveBeenCalledWith("/api/ice-servers/trial", { stun: [], turn: [TURN], policy: "all" });
    expect(probeServers).toHaveBeenCalledWith(servers);
  });

  it("of the installation are tested with what the staff are given", async () => {
    api.post.mockResolvedValue({ servers: [], policy: "all", expiresAt: "2026-11-27T09:15:00Z" });
    probeServers.mockResolvedValue([{ url: TURN, word: "answers", milliseconds: 40 }]);
    show(<CallServersPage />, [[KEY, { ...OWN, own: false }]]);

    fireEvent.click(screen.getByTestId("servers-test"));

    expect(await screen.findByText("All of them answer, from this computer")).toBeTruthy();
    expect(api.post).toHaveBeenCalledWith("/api/ice-servers/check", {});
  });
});
