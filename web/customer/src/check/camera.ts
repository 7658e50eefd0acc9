import { capture } from "@remote-support/media";
import { element } from "@remote-support/sdk/dom";
import { button, card, type Card } from "./card";
import { troubleOf } from "./trouble";
import { say } from "./words";

export function cameraCard(changed: () => void): Card {
  const words = say.camera;
  const one = card(words.name, "check-camera", changed);

  function offer(label: string): void {
    one.extra();
    one.tools(button(label, "check-camera-test", () => void test(), "main"));
  }

  async function test(): Promise<void> {
    one.show("running", words.asking);
    try {
      show(await capture("camera"));
    } catch (problem) {
      const { title, help } = troubleOf(problem, "camera");
      one.show("bad", title, help);
      offer(say.again);
    }
  }

  function show(stream: MediaStream): void {
    const video = element("video", { autoplay: true, muted: true, playsinline: true, "aria-label": words.preview });
    video.muted = true;
    video.srcObject = stream;
    one.extra(video);
    one.show("good", words.good);
    one.tools(
      button(say.stop, "check-camera-stop", () => {
        stream.getTracks().forEach((track) => track.stop());
        offer(say.again);
      }),
    );
  }

  one.show("idle", words.idle);
  offer(say.test);
  return one;
}
