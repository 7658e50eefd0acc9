import { Meter } from "@remote-support/media";
import { element } from "@remote-support/sdk/dom";
import { button, card, type Card } from "./card";
import { troubleOf } from "./trouble";
import { say } from "./words";

/** So loud is somebody who speaks; a quiet room is not. */
const SPEECH = 0.45;

/** Whoever has not been heard by then is told what may be wrong; the level goes on. */
const PATIENCE = 6_000;

export function microphoneCard(changed: () => void): Card {
  const words = say.microphone;
  const one = card(words.name, "check-microphone", changed);
  const level = element("meter", { min: 0, max: 1, "aria-label": words.level, "data-testid": "check-level" });
  let stop: (() => void) | undefined;

  function offer(label: string): void {
    one.extra();
    one.tools(button(label, "check-microphone-test", () => void test(), "main"));
  }

  async function test(): Promise<void> {
    one.show("running", words.asking);
    try {
      const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
      if (!mediaDevices) throw new TypeError("no devices");
      listen(await mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } }));
    } catch (problem) {
      const { title, help } = troubleOf(problem, "microphone");
      one.show("bad", title, help);
      offer(say.again);
    }
  }

  function listen(stream: MediaStream): void {
    const meter = new Meter(stream);
    const began = Date.now();
    one.show("running", words.speak);
    one.extra(level);
    one.tools(button(say.stop, "check-microphone-stop", () => stop?.()));
    const timer = setInterval(() => {
      level.value = meter.level();
      if (level.value >= SPEECH) one.show("good", words.good);
      else if (one.state === "running" && Date.now() - began > PATIENCE)
        one.show("bad", words.silent, words.silentHelp);
    }, 80);
    stop = () => {
      clearInterval(timer);
      meter.close();
      stream.getTracks().forEach((track) => track.stop());
      if (one.state === "running") one.show("idle", words.idle);
      offer(say.again);
    };
  }

  one.show("idle", words.idle);
  offer(say.test);
  return one;
}
