/** `/sdk/session.js`: this tab's part in a session. Sockets, consent, the bar, and pointers over the page. */

import {
  PROTOCOL_VERSION,
  type ChatFromClient,
  type ChatFromServer,
  type SessionState,
} from "@remote-support/protocol";
import { resilientSocket, type ResilientSocket, type SocketState } from "@remote-support/socket";
import { guarded } from "../dom";
import { define, type Visitor } from "../host";
import { tell as tellSiblings } from "../siblings";
import { Admission } from "./admission";
import { joinSession, type Joined } from "./join";
import { Tab } from "./tab";

export interface ChatEars {
  /** The last sequence that is already there. */
  after(): number;
  receive(frame: ChatFromServer): void;
  state(state: SocketState): void;
}

/** How the session stands, in so far as a chat tells it. */
export interface Standing {
  state: SessionState;
  technicians: string[];
  /** Whether anything is allowed or a call is on, so that a bar is on the screen. */
  shared: boolean;
  /** Its place in the queue, while it waits and the place is known. */
  waiting: Waiting | undefined;
  /** When the session ends by itself because nobody says anything. */
  idleEndsAt: string | undefined;
}

export interface Waiting {
  /** From 1 on; 0 is "your turn comes now". */
  position: number;
  expectedWaitSeconds: number | null;
  staffAvailable: boolean;
}

export interface SessionApi {
  /** Takes part in this session instead of any other. */
  join(id: string): void;
  chat(id: string, ears: ChatEars): ResilientSocket<ChatFromClient>;
  /** Now, if it is known, and whenever it changes. */
  standing(listener: (standing: Standing) => void): void;
}

define("session", (host): SessionApi => {
  const tab = new Tab(host.tab);
  const listeners: ((standing: Standing) => void)[] = [];
  let joined: Joined | undefined;
  let standing: Standing | undefined;

  function tell(next: Standing): void {
    standing = next;
    for (const listener of listeners) listener(next);
  }

  const tellOthers = (id: string | undefined) =>
    tellSiblings(host.siteKey, host.local.get<Visitor>("visitor")?.visitorKey, id);

  host.session.changed((id) => {
    tellOthers(id);
    if (joined?.id === id) return;
    joined?.leave();
    joined = undefined;
    standing = undefined;
  });

  return {
    join(id) {
      if (joined?.id === id) return;
      joined?.leave();
      tellOthers(id);
      joined = joinSession(host, new Admission(host, tab, id), tell);
    },
    standing(listener) {
      listeners.push(listener);
      if (standing) listener(standing);
    },
    chat(id, ears) {
      const admission = new Admission(host, tab, id);
      return resilientSocket<ChatFromServer, ChatFromClient>({
        ...admission.door("chat"),
        hello: () => ({ type: "hello", protocol: PROTOCOL_VERSION, after: ears.after() }),
        receive: guarded(ears.receive),
        state: (state, closed) => {
          ears.state(state);
          admission.closed(closed);
        },
      });
    },
  };
});
