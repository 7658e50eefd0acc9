import { devices, onDevicesChanged, type Devices } from "@remote-support/media";
import { useEffect, useState } from "react";

const NONE: Devices = { microphones: [], cameras: [], speakers: [] };

/** What is plugged in; asked again when that changes, and when `opened` does: the names come with the permission. */
export function useDevices(opened: unknown): Devices {
  const [known, setKnown] = useState(NONE);
  useEffect(() => {
    let here = true;
    const look = () =>
      void devices().then(
        (found) => here && setKnown(found),
        () => undefined,
      );
    look();
    const deaf = onDevicesChanged(look);
    return () => {
      here = false;
      deaf();
    };
  }, [opened]);
  return known;
}
