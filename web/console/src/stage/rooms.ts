import type { SocketToken } from "@remote-support/socket";
import { admit, admitEarly } from "../session/admission";
import { Room } from "./room";

interface Kept {
  room: Room;
  pass: Pass;
  users: number;
}

/** A session's page and its call share one room: a tab is there once. */
const rooms = new Map<string, Kept>();

export interface Entered {
  room: Room;
  /** To be called once; the last one closes the door. */
  leave(): void;
}

/**
 * Enters the session's room, or comes to whoever of this tab is in it already.
 *
 * @param first a participant's token for the first connection, where one has it already; it lets in who stands in front of the room
 */
export function enterRoom(sessionId: string, first?: SocketToken): Entered {
  return enter(sessionId, new Pass(sessionId, false, first), first);
}

/** While a call of the session rings here: comes as far as the way for its sound, and in with the token of whoever answers it. */
export function enterEarly(sessionId: string): Entered {
  return enter(sessionId, new Pass(sessionId, true));
}

function enter(sessionId: string, pass: Pass, first?: SocketToken): Entered {
  const known = rooms.get(sessionId);
  // One that the server has closed for good is tried anew.
  const kept =
    known && known.room.link.state().kind !== "closed" ? known : { room: new Room(pass.take), pass, users: 0 };
  if (kept !== known) {
    rooms.set(sessionId, kept);
    kept.room.start();
  } else if (first) known.pass.letIn(first, known.room);
  kept.users++;
  return {
    room: kept.room,
    leave: () => {
      if (--kept.users > 0) return;
      if (rooms.get(sessionId) === kept) rooms.delete(sessionId);
      kept.room.stop();
    },
  };
}

/** Where a room gets its tokens. */
class Pass {
  constructor(
    private readonly sessionId: string,
    private early: boolean,
    private first?: SocketToken,
  ) {}

  readonly take = async (): Promise<SocketToken> => {
    const given = this.first;
    this.first = undefined;
    return given ?? (this.early ? admitEarly(this.sessionId) : admit(this.sessionId));
  };

  letIn(token: SocketToken, room: Room): void {
    if (!this.early) return;
    this.early = false;
    if (!room.send({ type: "token.renew", token: token.token })) this.first = token;
  }
}
