/** `/sdk/call.js`: the customer's calls. Loaded when one is asked for, rings, or was under way on the page before. */

import { canCall } from "@remote-support/media";
import type { SignalFromServer } from "@remote-support/protocol";
import { define, here, Refused } from "../host";
import { Calling, type CallOptions, type CallSight } from "./calling";
import type { CallView } from "./model";
import { tell } from "./note";
import { say } from "./words";

export interface CallScript {
  /** Asks for a call: in the open session, or in one that begins with it. */
  ask(): Promise<void>;
  /** Has part in the calls of the session whose room this tab is in. */
  join(options: Omit<CallOptions, "ask">): Call;
}

export interface Call {
  receive(frame: SignalFromServer): void;
  update(room: CallSight, below: boolean): boolean;
  end(): void;
}

interface Started {
  callId: string;
  sessionId: string;
  call: CallView;
}

define("call", (host): CallScript => {
  let calling: Calling | undefined;
  let session: string | undefined;
  let asked: Promise<void> | undefined;

  async function start(): Promise<Started> {
    const open = host.session.id();
    const visitor = await host.visitor();
    const own = visitor.kind === "visitor";
    try {
      return await host.request<Started>(
        "support/call/start",
        open
          ? { sessionId: open }
          : {
              userId: visitor.visitorId,
              // For whom the site vouches, what was said before as a visitor is void, and would be refused.
              ...(own && {
                customerName: host.local.get<string>("name") ?? visitor.name ?? "Visitor",
                customerEmail: host.local.get<string>("email"),
              }),
              page: here(),
            },
      );
    } catch (problem) {
      if (!open || !(problem instanceof Refused) || !GONE.includes(problem.code)) throw problem;
      host.session.ended(open);
      return start();
    }
  }

  async function ask(): Promise<void> {
    if (!canCall()) return tell(host, { title: say().failed, text: say().cannot }, again);
    if (calling?.isOn) return calling.focus();
    tell(host, { title: say().asking, text: say().askAllow }, again);
    try {
      const started = await start();
      host.tab.set("call", started.callId);
      host.session.enter(started.sessionId);
      if (session === started.sessionId) calling?.take(started.call);
    } catch (problem) {
      tell(host, { title: say().failed, text: say().failedHint, again: true }, again);
      throw problem;
    }
  }

  const once = () => (asked ??= ask().finally(() => (asked = undefined)));
  const again = () => void once().catch((problem: unknown) => console.warn("Remote Support:", problem));

  return {
    ask: once,
    join(options) {
      calling?.end();
      session = options.session;
      const made = (calling = new Calling(host, { ...options, ask: again }));
      return {
        receive: (frame) => made.receive(frame),
        update: (room, below) => made.update(room, below),
        end() {
          if (calling === made) calling = session = undefined;
          made.end();
        },
      };
    },
  };
});

/** The session that was written down is over. */
const GONE = ["session-ended", "session-unknown", "not-your-session"];
