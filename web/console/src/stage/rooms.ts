import type { SocketToken } from "@remote-support/socket";
import { admit } from "../session/admission";
import { Room } from "./room";

interface Kept {
  room: Room;
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
 * @param first a token for the first connection, where one has it already
 */
export function enterRoom(sessionId: string, first?: SocketToken): Entered {
  const known = rooms.get(sessionId);
  // One that the server has closed for good is tried anew.
  const kept =
    known && known.room.link.state().kind !== "closed" ? known : { room: new Room(tokens(sessionId, first)), users: 0 };
  if (kept !== known) {
    rooms.set(sessionId, kept);
    kept.room.start();
  }
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

function tokens(sessionId: string, first: SocketToken | undefined): () => Promise<SocketToken> {
  return async () => {
    const given = first;
    first = undefined;
    return given ?? admit(sessionId);
  };
}
