/** What this computer speaks, hears and sees with. Without names until the browser's owner has allowed one of them. */
export interface Devices {
  microphones: MediaDeviceInfo[];
  cameras: MediaDeviceInfo[];
  speakers: MediaDeviceInfo[];
}

export async function devices(): Promise<Devices> {
  const all = await navigator.mediaDevices.enumerateDevices();
  // Until something is allowed browsers tell only that there are some.
  const of = (kind: MediaDeviceKind) => all.filter((one) => one.kind === kind && one.deviceId);
  return { microphones: of("audioinput"), cameras: of("videoinput"), speakers: of("audiooutput") };
}

export function onDevicesChanged(then: () => void): () => void {
  navigator.mediaDevices.addEventListener("devicechange", then);
  return () => navigator.mediaDevices.removeEventListener("devicechange", then);
}

/** Whether this browser can take part in calls; pages without HTTPS cannot. */
export function canCall(): boolean {
  const { mediaDevices } = navigator as { mediaDevices?: Partial<MediaDevices> };
  return !!mediaDevices?.getUserMedia && "RTCPeerConnection" in globalThis;
}
