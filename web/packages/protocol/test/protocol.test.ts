import { describe, expect, expectTypeOf, it } from "vitest";
import { CLOSE_CODES, LIMITS, PROTOCOL_VERSION, SUBPROTOCOL } from "../src";
import type { ChatFromServer, FrameOf, Participant, SignalFromClient, SignalFromServer } from "../src";

describe("protocol", () => {
  it("names its version, codes and limits", () => {
    expect(PROTOCOL_VERSION).toBe(1);
    expect(SUBPROTOCOL).toBe("remote-support.v1");
    expect(CLOSE_CODES.REPLACED).toBe(4409);
    expect(CLOSE_CODES.TOO_LARGE).toBe(1009);
    expect(LIMITS.MESSAGE_TEXT).toBe(4000);
  });

  it("tells frames apart by their type", () => {
    expectTypeOf<FrameOf<SignalFromServer, "participant.joined">["participant"]>().toEqualTypeOf<Participant>();
    expectTypeOf<FrameOf<SignalFromServer, "participant.left">["participant"]>().toEqualTypeOf<string>();
    expectTypeOf<FrameOf<SignalFromClient, "control.hover">["node"]>().toEqualTypeOf<number | null>();
    expectTypeOf<FrameOf<ChatFromServer, "chat.refused">["code"]>().toEqualTypeOf<string>();
  });
});
