export type Picture = "camera" | "screen";

/** Why there is no picture, as both sides are told. */
export type Reason = "denied" | "no-camera" | "in-use" | "unplugged" | "not-possible" | "failed";

export const isPicture = (capability: string): capability is Picture =>
  capability === "camera" || capability === "screen";

/** What this browser can show: phones have no screen to choose, and pages without HTTPS have neither. */
export function possible(): Picture[] {
  const { mediaDevices } = navigator as { mediaDevices?: Partial<MediaDevices> };
  return [
    ...(mediaDevices?.getUserMedia ? ["camera" as const] : []),
    ...(mediaDevices?.getDisplayMedia ? ["screen" as const] : []),
  ];
}

/** Towards what the camera looks: the room, or whoever holds the phone. */
export type Facing = "environment" | "user";

/** No more than is good to look at: a phone's battery and line are small. */
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 24, max: 30 } };

/** Which camera: by the browser's name for it where one was chosen, else by where it looks. */
export interface Which {
  device?: string | undefined;
  facing?: Facing;
}

/** Asks the browser, which asks its owner. Never with sound. Fails with a {@link Reason}. */
export async function capture(picture: Picture, { device, facing }: Which = {}): Promise<MediaStream> {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  if (!mediaDevices) throw new NoPicture("not-possible");
  try {
    return await (picture === "camera"
      ? mediaDevices.getUserMedia({
          video: {
            ...SIZE,
            ...(device ? { deviceId: { ideal: device } } : facing && { facingMode: { ideal: facing } }),
          },
          audio: false,
        })
      : mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 } }, audio: false }));
  } catch (problem) {
    throw new NoPicture(REASONS[(problem as DOMException).name] ?? "failed");
  }
}

/** Whether there is another camera to turn to. */
export async function hasTwoCameras(): Promise<boolean> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind }) => kind === "videoinput").length > 1;
}

export class NoPicture extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
  }
}

const REASONS: Partial<Record<string, Reason>> = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "no-camera",
  OverconstrainedError: "no-camera",
  NotReadableError: "in-use",
  AbortError: "in-use",
  TypeError: "not-possible",
  InvalidStateError: "denied",
};
