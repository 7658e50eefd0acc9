export type DeviceKind = "microphone" | "camera" | "speaker";

const key = (kind: DeviceKind) => `remote-support.${kind}`;

/** The device that was chosen in this browser, if one was. */
export function chosenDevice(kind: DeviceKind): string | undefined {
  return localStorage.getItem(key(kind)) ?? undefined;
}

export function rememberDevice(kind: DeviceKind, id: string): void {
  localStorage.setItem(key(kind), id);
}
