import type { FrameOf, SignalFromServer } from "@remote-support/protocol";
import { describe, expect, it } from "vitest";
import { afterFrame, NOBODY, type RoomState } from "../src/stage/room-state";

type Changed = FrameOf<SignalFromServer, "call.changed">;

const call = (state: Changed["state"], version: number, id = "c1"): Changed => ({
  type: "call.changed",
  call: id,
  state,
  version,
  staffId: "ada",
  ringsAt: null,
  expiresAt: null,
  answeredAt: null,
});
const after = (...frames: SignalFromServer[]) =>
  frames.reduce<RoomState>((state, frame) => afterFrame(state, frame, 0), NOBODY).call;

describe("the call of a room", () => {
  it("stays as it is when older news of it come", () => {
    expect(after(call("active", 3), call("ringing", 2), call("ringing", 3))).toMatchObject({ state: "active" });
  });

  it("is the newer of two; the late end of the one before changes nothing", () => {
    expect(after(call("completed", 4), call("ringing", 1, "c2"))).toMatchObject({ call: "c2", state: "ringing" });
    expect(after(call("active", 2, "c2"), call("completed", 4))).toMatchObject({ call: "c2", state: "active" });
  });

  it("is told anew after a welcome, and until then there is none", () => {
    const welcome: SignalFromServer = {
      type: "welcome",
      protocol: 1,
      epoch: 2,
      participant: "me",
      seat: "technician",
      session: { id: "s1", state: "active" },
      participants: [],
      grants: [],
    };

    expect(after(call("active", 3), welcome)).toBeUndefined();
  });
});
