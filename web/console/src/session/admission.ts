import type { SocketToken } from "@remote-support/socket";
import { api } from "../api/client";
import type { Admission } from "../api/model";
import { Problem } from "../api/problem";
import { Stop } from "../socket/link";
import { randomId } from "../ui/id";

/** This browser tab, as one participant: a reload or a duplicated tab is another one. */
const TAB = randomId();

const take = (sessionId: string, how: { accept?: true; early?: true } = {}) =>
  api.post<Admission>(`/api/sessions/${sessionId}/participants`, { tab: TAB, ...how });

/** Accepts a session that is offered to the caller, and answers the first token besides: whoever calls waits for one way less. */
export const acceptOffer = (sessionId: string): Promise<Admission> => take(sessionId, { accept: true });

/** A fresh token of a participant, for one connection of each kind. */
export const admit = (sessionId: string): Promise<SocketToken> => token(sessionId, {});

/** While a call rings here: a token for making ready for it alone. */
export const admitEarly = (sessionId: string): Promise<SocketToken> => token(sessionId, { early: true });

async function token(sessionId: string, how: { early?: true }): Promise<SocketToken> {
  try {
    return await take(sessionId, how);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === "session-ended") throw new Stop(4499, error.detail);
    if (error.code === "not-offered") throw new Stop(4403, error.detail);
    if (error.status === 401) throw new Stop(4401, "You are signed out.");
    if (error.status === 403) throw new Stop(4403, error.detail);
    if (error.status === 404) throw new Stop(4404, error.detail);
    throw error;
  }
}
