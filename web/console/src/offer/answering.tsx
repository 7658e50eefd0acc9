import { useRouterState } from "@tanstack/react-router";
import { useShortcut } from "../app/shortcuts";
import { useRingingCalls } from "../call/calls-provider";
import { useAnswerCall } from "../call/use-answer-call";
import { useLongestWaiting } from "../queue/queries";
import { useAnswerAndOpen } from "../queue/use-answer";
import { toastHint, toastProblem } from "../ui/toasts";
import { OfferStack } from "./offer-stack";
import { useOffersToMe } from "./use-offers";

/** Where the key takes somebody from the queue; elsewhere it only answers offers. */
const LISTS = ["/queue", "/sessions"];

/** Offers over every page, and the one key that answers: the offer first, then a call that rings, else who waits longest. */
export function Answering() {
  const offers = useOffersToMe();
  const { ringing } = useRingingCalls();
  const answerCall = useAnswerCall();
  const longestWaiting = useLongestWaiting();
  const pickUp = useAnswerAndOpen();
  const path = useRouterState({ select: (state) => state.location.pathname });

  useShortcut("a", () => {
    const [offer] = offers.offers;
    if (offer) {
      offers.accept(offer);
      return;
    }
    const [call] = ringing;
    if (call) {
      answerCall.answer(call);
      return;
    }
    if (!LISTS.includes(path)) return;
    longestWaiting().then((next) => {
      if (next) pickUp.start(next.id);
      else toastHint("Nobody is waiting", "New customers are offered to you as they come.", "nobody-waiting");
    }, toastProblem);
  });
  return <OfferStack {...offers} />;
}
