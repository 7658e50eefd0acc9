import { button, card, type Card } from "./card";
import { say } from "./words";

/** Two notes, soft enough for a headset. */
const NOTES = [523, 659];
const SECONDS = 0.5;

export function speakerCard(changed: () => void): Card {
  const words = say.speaker;
  const one = card(words.name, "check-speaker", changed);

  function offer(label: string): void {
    one.tools(button(label, "check-speaker-test", () => void test(), "main"));
  }

  async function test(): Promise<void> {
    one.show("running", words.ask);
    try {
      await play();
    } catch {
      const { title, help } = say.problems["not-possible"];
      one.show("bad", title, help);
      return offer(say.again);
    }
    one.tools(
      button(words.yes, "check-speaker-yes", () => answer("good"), "main"),
      button(words.no, "check-speaker-no", () => answer("bad")),
    );
  }

  function answer(heard: "good" | "bad"): void {
    if (heard === "good") one.show("good", words.good);
    else one.show("bad", words.bad, words.help);
    offer(say.again);
  }

  one.show("idle", words.idle);
  offer(say.test);
  return one;
}

async function play(): Promise<void> {
  const context = new AudioContext();
  await context.resume();
  NOTES.forEach((frequency, index) => {
    const at = context.currentTime + index * SECONDS;
    const volume = context.createGain();
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.25, at + 0.03);
    volume.gain.linearRampToValueAtTime(0, at + SECONDS);
    const note = new OscillatorNode(context, { frequency });
    note.connect(volume).connect(context.destination);
    note.start(at);
    note.stop(at + SECONDS);
    if (index === NOTES.length - 1) note.onended = () => void context.close();
  });
}
