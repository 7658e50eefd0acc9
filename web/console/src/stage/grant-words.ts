import type { Capability } from "@remote-support/protocol";

export const CAPABILITY_WORDS: Record<Capability, string> = {
  view: "See the page",
  control: "Click and type",
  call: "Call",
  record: "Record",
  files: "Files",
  clipboard: "Clipboard",
  camera: "See the camera",
  screen: "See the screen",
};
