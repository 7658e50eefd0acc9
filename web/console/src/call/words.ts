import type { OwnState } from "@remote-support/media";
import { Problem } from "../api/problem";
import { toastHint, toastProblem } from "../ui/toasts";
import type { Ending } from "./open-call";

/** Why a call could not be answered or begun, by the server's code. */
const REFUSED: Record<string, readonly [title: string, help: string]> = {
  "already-assigned": ["A colleague was faster", "They are in this call already."],
  "not-offered": ["A colleague was faster", "This call rings at somebody else now."],
  "call-over": ["The call is over", "The customer hung up before you answered. You can call them back."],
  "call-unknown": ["The call is over", "It is not there any more."],
  "session-ended": ["The session has ended", "Its call ended with it."],
  "staff-at-capacity": ["You are in as many calls as you may", "End a call first, then answer this one."],
  "not-now": ["This call cannot be answered now", "It rings at the customer, or waits for somebody else."],
  "not-your-session": ["This session is with a colleague", "Only who has it calls its customer."],
};

export function toastCallProblem(error: unknown): void {
  const words = error instanceof Problem ? REFUSED[error.code] : undefined;
  if (words) toastHint(words[0], words[1], "call-refused");
  else toastProblem(error);
}

/** `2:13`, `1:02:13` */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

const REASONS: Record<string, string> = {
  "ended-by-customer": "The customer hung up",
  "ended-by-staff": "You hung up",
  "ended-by-api": "Another system ended it",
  "connection-lost": "The connection was lost for too long",
  unanswered: "Nobody answered",
  "call-back-requested": "The customer asks to be called back",
  abandoned: "The customer left before an answer",
  "interrupted-too-long": "The customer was away for too long",
  idle: "Nothing happened for too long",
};

/** Why a call is over, for whoever was in it; nothing until that is known. */
export function endingWords({ why, state, reason }: Ending): string | undefined {
  if (why === "handed-on") return "A colleague has it now";
  if (why === "waits-again") return "The customer waits for somebody else now";
  if (why === "elsewhere") return "It goes on in another tab or window";
  if (state === "declined") return "The customer declined";
  if (state === "missed" && (!reason || reason === "unanswered")) return "The customer did not answer";
  return reason ? (REASONS[reason] ?? reason.replaceAll("-", " ")) : undefined;
}

export function missedWords(reason: string | null): string {
  if (reason === "call-back-requested") return "Asked to be called back";
  if (reason === "ended-by-customer" || reason === "abandoned") return "Hung up while waiting";
  if (reason === "unanswered") return "Nobody answered";
  if (reason === "ended-by-staff") return "Ended by the desk";
  return reason ? (REASONS[reason] ?? reason.replaceAll("-", " ")) : "Not answered here";
}

/** What is wrong with the own microphone or picture, and what to do. */
export function ownProblem({ microphone, pictureProblem }: OwnState): { title: string; help: string } | undefined {
  switch (microphone) {
    case "missing":
      return {
        title: "No microphone was found",
        help: "You hear the customer, they do not hear you. Plug one in, or choose another under Devices: it is used at once.",
      };
    case "refused":
      return {
        title: "Your browser does not allow the microphone",
        help: "Click the sign beside the address of this page, allow the microphone, then press “Try again”.",
      };
    case "lost":
      return {
        title: "Your microphone is gone",
        help: "It was unplugged or switched off. Plug it in again, or choose another under Devices.",
      };
    case "opening":
    case "open":
  }
  switch (pictureProblem) {
    case "missing":
      return { title: "There is no picture to send", help: "No camera was found, or another program uses it." };
    case "refused":
      return {
        title: "Your browser does not allow the picture",
        help: "Click the sign beside the address of this page and allow the camera; for the screen, choose what to show.",
      };
    case "ended":
      return { title: "Your picture ended", help: "The camera was unplugged, or sharing was stopped in the browser." };
    default:
      return undefined;
  }
}

/** Why nothing connects with the customer, and what to do. */
export const LINE_TROUBLES = {
  refused: {
    title: "The TURN server refuses this call",
    help: "Its secret is not the one that is set here, or its clock is wrong: a super admin finds out under Settings, Call servers. It is tried on; the chat goes on.",
  },
  "no-way": {
    title: "No way to the customer was found",
    help: "One of the two networks lets no call through, or no TURN server answers: a super admin finds out under Settings, Call servers. It is tried on; another network or no VPN may help, and the chat goes on.",
  },
};

const CUSTOMER_PROBLEMS: Record<string, string> = {
  "no-microphone": "has no microphone: they hear you, and can write",
  "microphone-refused": "did not allow the microphone: they hear you. Ask them to allow it in their browser",
};

/** Why nothing is heard of the customer. */
export function customerProblem(reason: string): string {
  return CUSTOMER_PROBLEMS[reason] ?? "cannot be heard: something is wrong at their side";
}

/** 5 is best. */
export function qualityWords(score: number): string {
  if (score >= 4) return "Good";
  if (score >= 3) return "Fair";
  if (score >= 2) return "Poor";
  return "Bad";
}
