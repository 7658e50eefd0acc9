import { describe, expect, it, vi } from "vitest";
import { FreshToken } from "../src/socket/fresh-token";

function access() {
  const held = { expiresAt: 0, user: {}, ends: {} } as never;
  return {
    token: vi.fn(() => Promise.resolve({ token: "kept", expiresAt: 1 })),
    refresh: vi.fn((rejected?: string) =>
      Promise.resolve({ ...(held as object), token: `after ${rejected}` } as never),
    ),
  };
}

describe("FreshToken", () => {
  it("offers what is kept as long as it is taken", async () => {
    const own = access();
    const fresh = new FreshToken(own);

    await fresh.next();
    fresh.taken();

    expect((await fresh.next()).token).toBe("kept");
    expect(own.refresh).not.toHaveBeenCalled();
  });

  it("fetches another after one that opened nothing", async () => {
    const fresh = new FreshToken(access());
    await fresh.next();

    expect((await fresh.next()).token).toBe("after kept");
    expect((await fresh.next()).token).toBe("after after kept");
  });
});
