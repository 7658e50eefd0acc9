import { devices, onDevicesChanged } from "@remote-support/media";
import { guarded } from "../dom";
import type { Host } from "../host";
import type { Buttons, DeviceUse } from "./view";
import { say } from "./words";

/** How often the level of the microphone is drawn. */
const DRAW = 100;

/** Which microphone, speaker and camera, with the level of the microphone as it is. */
export function deviceChoice({ element, local }: Host, buttons: Buttons) {
  const words = say();
  const microphone = choice("microphone");
  const speaker = choice("speaker");
  const camera = choice("camera");
  const level = element("meter", { min: 0, max: 1, "aria-label": words.level, "data-testid": "rs-call-level" });
  const label = (text: string, ...controls: HTMLElement[]) => element("label", {}, text, ...controls);
  const speakerLabel = label(words.speaker, speaker);
  const root = element(
    "div",
    { hidden: true, "data-testid": "rs-call-device-choice" },
    label(words.microphone, microphone),
    level,
    speakerLabel,
    label(words.camera, camera),
  );
  let deaf: (() => void) | undefined;
  let drawing: ReturnType<typeof setInterval> | undefined;

  function choice(kind: DeviceUse): HTMLSelectElement {
    const made = element("select", {
      "data-testid": `rs-call-${kind}`,
      change: () => void buttons.use(kind, made.value).catch(() => undefined),
    });
    return made;
  }

  function fill(into: HTMLSelectElement, found: MediaDeviceInfo[], chosen: string | undefined): void {
    into.replaceChildren(
      ...found.map((device, index) =>
        element("option", { value: device.deviceId }, device.label || words.device(index + 1)),
      ),
    );
    if (found.some(({ deviceId }) => deviceId === chosen)) into.value = chosen ?? "";
    into.disabled = !found.length;
  }

  const look = guarded(async () => {
    const { microphones, speakers, cameras } = await devices();
    fill(microphone, microphones, local.get("microphone"));
    fill(speaker, speakers, local.get("speaker"));
    fill(camera, cameras, local.get("camera"));
    // Not every browser lets a page choose.
    speakerLabel.hidden = !speakers.length || !("setSinkId" in HTMLMediaElement.prototype);
  });

  return {
    element: root,
    open(open: boolean): void {
      root.hidden = !open;
      deaf?.();
      clearInterval(drawing);
      deaf = undefined;
      if (!open) return;
      look();
      deaf = onDevicesChanged(look);
      drawing = setInterval(() => (level.value = buttons.level()), DRAW);
    },
  };
}
