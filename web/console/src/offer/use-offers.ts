import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Problem } from "../api/problem";
import { useUser } from "../auth/use-user";
import type { Session } from "../api/model";
import { useCalls } from "../call/calls-provider";
import { awaitSound, soundCame } from "../call/first-sound";
import { useEnterTaken } from "../call/use-enter-taken";
import { useKnownQueue } from "../queue/queries";
import { useNews } from "../sessions/live";
import { useNow } from "../ui/time";
import { toastHint, toastProblem } from "../ui/toasts";
import { Offers, type Offer } from "./offers";
import { useAnswerOffer } from "./queries";

export interface OffersToMe {
  offers: readonly Offer[];
  accept: (offer: Offer) => void;
  decline: (offer: Offer) => void;
  busyWith: string | undefined;
}

/** Offers come by the socket; after a reload the queue tells of those still open. */
export function useOffersToMe(): OffersToMe {
  const user = useUser();
  const client = useQueryClient();
  const [store] = useState(() => new Offers());
  const offers = useSyncExternalStore(store.subscribe, store.list);
  const queue = useKnownQueue();
  const answer = useAnswerOffer();
  const calls = useCalls();
  const enter = useEnterTaken();

  useNews((news) => {
    if (news.type === "session.offered" && news.staffId === user.id) store.offered(news.sessionId, news.expiresAt);
    if (news.type === "session.changed" && news.state !== "offered") store.over(news.sessionId);
  });
  useEffect(() => {
    for (const { session, offeredTo } of queue?.items ?? []) {
      if (offeredTo === user.id) store.offered(session.id, undefined);
    }
  }, [queue, store, user.id]);
  const now = useNow();
  useEffect(() => store.expire(), [now, store]);

  const send = (offer: Offer, accept: boolean) => {
    if (answer.isPending) return;
    const { sessionId } = offer;
    const calling = client.getQueryData<Session>(["session", sessionId])?.channels.includes("call");
    const ready = accept && calling ? calls.open(sessionId) : undefined;
    if (ready) awaitSound();
    answer.mutate(
      { sessionId, accept },
      {
        onSuccess: (taken) => {
          store.answered(sessionId);
          // The server has answered the call with the offer: this tab is the one that speaks.
          if (taken) void enter(taken.session, ready).finally(taken.entered.leave);
        },
        onError: (error) => {
          if (ready) calls.giveUp(ready);
          soundCame();
          const refused = error instanceof Problem && !error.unreachable && error.status < 500;
          if (refused) store.answered(sessionId);
          // The session is ours by then: only its room has no place for this tab.
          if (refused && error.code !== "too-many-participants") {
            toastHint("This offer is over", "It went back to its place in the queue, or a colleague has it.");
          } else toastProblem(error);
        },
      },
    );
  };
  return {
    offers,
    accept: (offer) => send(offer, true),
    decline: (offer) => send(offer, false),
    busyWith: answer.isPending ? answer.variables.sessionId : undefined,
  };
}
