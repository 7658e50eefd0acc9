import { button, card, type Card } from "./card";
import { roundTrip } from "./line";
import { say } from "./words";

/** Longer than this, people begin to talk into each other. */
const SLOW = 300;

export function networkCard(changed: () => void): Card {
  const words = say.network;
  const one = card(words.name, "check-network", changed);

  async function test(): Promise<void> {
    if (one.state === "running") return;
    one.show("running", say.running);
    try {
      const took = await roundTrip(`${location.origin.replace(/^http/, "ws")}/ws/check`);
      if (took < SLOW) one.show("good", words.good(took));
      else one.show("bad", words.slow(took), words.slowHelp);
    } catch {
      const reached = await fetch("/favicon.svg", { cache: "no-store" }).catch(() => undefined);
      if (reached?.ok) one.show("bad", words.blocked, words.blockedHelp);
      else one.show("bad", words.away, words.awayHelp);
    }
    one.tools(button(say.again, "check-network-test", () => void test()));
  }

  void test();
  return one;
}
