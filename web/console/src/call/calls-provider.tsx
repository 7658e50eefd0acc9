import { canCall } from "@remote-support/media";
import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { useUser } from "../auth/use-user";
import { useMyChats } from "../inbox/use-my-chats";
import { useNews } from "../sessions/live";
import { enterEarly, enterRoom } from "../stage/rooms";
import { hasBell } from "../ui/bell";
import { play } from "../ui/sound";
import { useNow } from "../ui/time";
import { Calls } from "./calls";
import { isHeld } from "./held-here";
import { KnownCalls, type RingingCall } from "./known-calls";
import { newsOf } from "./model";
import type { OpenCall, OpenCallState } from "./open-call";
import { callRoutes, useNewestCalls } from "./queries";

interface InCalls {
  calls: Calls;
  known: KnownCalls;
}

/** In milliseconds. */
const RING_BACK = 3_000;

const CallsContext = createContext<InCalls | undefined>(undefined);

/** Above the pages, so that a call goes on whatever page is open. */
export function CallsProvider({ children }: { children: ReactNode }) {
  const { id: me } = useUser();
  const [here] = useState(() => ({
    calls: new Calls({ me, routes: callRoutes, enter: enterRoom, enterEarly }),
    known: new KnownCalls(me),
  }));
  const { calls, known } = here;

  useEffect(() => {
    void calls.resume();
    return () => calls.close();
  }, [calls]);

  useNews((news) => {
    if (news.type === "welcome") calls.refresh();
    if (news.type !== "call.changed") return;
    const call = { ...news, id: news.callId };
    const handed = known.isHandedToMe(call);
    if (!known.hear(call)) return;
    calls.hear(call);
    if (handed) void calls.isUntaken(call.id, handed === true).then((untaken) => untaken && known.handedToMe(call));
  });

  useRingBack(calls);

  const { chats } = useMyChats();
  const newest = useNewestCalls(chats.map(({ session }) => session));
  useEffect(() => {
    for (const call of newest) {
      // That we are in one is left to the news: they tell one that was handed over.
      if (call.state === "active" && call.staffId === me) known.answered(call.id);
      else known.hear(newsOf(call));
    }
  }, [known, newest, me]);
  return <CallsContext value={here}>{children}</CallsContext>;
}

/** Whoever calls hears that it rings, until somebody answers. */
function useRingBack(calls: Calls): void {
  useEffect(() => {
    let again: ReturnType<typeof setInterval> | undefined;
    const ring = () => {
      if (calls.list().some((call) => call.state().phase === "calling")) return play("ringBack");
      clearInterval(again);
      again = undefined;
    };
    const deaf = calls.subscribe(() => {
      again ??= setInterval(ring, RING_BACK);
    });
    return () => {
      deaf();
      clearInterval(again);
    };
  }, [calls]);
}

function useInCalls(): InCalls {
  const here = use(CallsContext);
  if (!here) throw new Error("Only inside CallsProvider.");
  return here;
}

export function useCalls(): Calls {
  return useInCalls().calls;
}

/** The calls that this tab is in. */
export function useOpenCalls(): readonly OpenCall[] {
  const { calls } = useInCalls();
  return useSyncExternalStore(calls.subscribe, calls.list);
}

/** While a call rings in this tab, makes ready for its answer. Of several tabs the one does so that rings. */
export function usePreparedCall(sessionId: string, rings: boolean, ours: boolean): void {
  const calls = useCalls();
  useEffect(() => {
    if (rings && hasBell() && canCall()) return calls.prepare(sessionId, ours);
  }, [calls, sessionId, rings, ours]);
}

/** The call of a session that this tab is in, or was in just now. */
export function useOpenCallOf(sessionId: string): OpenCall | undefined {
  return useOpenCalls().find((call) => call.sessionId === sessionId);
}

export function useOpenCall(call: OpenCall): OpenCallState {
  return useSyncExternalStore(call.subscribe, call.state);
}

/** What rings here at this moment. */
export function useRingingCalls(): { ringing: readonly RingingCall[]; settled: (id: string) => void } {
  const { known } = useInCalls();
  const ringing = useSyncExternalStore(known.subscribe, known.ringing);
  const now = useNow();
  useEffect(() => {
    known.expire();
    // Another tab of this browser may have taken it, of which there are no news.
    for (const { id, handed } of known.ringing()) {
      if (handed) void isHeld(id).then((held) => held && known.settled(id));
    }
  }, [known, now]);
  return { ringing, settled: (id) => known.settled(id) };
}
