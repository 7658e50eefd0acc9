import { MIRROR, MIRROR_BEAT, type ToMirror } from "@remote-support/protocol";
import { guarded } from "../dom";
import type { Host } from "../host";

/**
 * A window beside the page, of the gateway's origin and so out of the site's reach, in which customers see what technicians
 * see: it gets all that is sent. It asks the page for that by itself, so it goes on with the next page.
 *
 * @param whole called when everything has to be sent from its beginning
 */
export function mirror(host: Host, whole: () => void) {
  let state: { technicians: string[]; watched: boolean } | undefined;
  let port: MessagePort | undefined;

  const hear = guarded(({ origin, source, data }: MessageEvent) => {
    if (origin !== host.origin || data !== MIRROR || !source || !state) return;
    const { port1, port2 } = new MessageChannel();
    (source as Window).postMessage(MIRROR, origin, [port2]);
    port?.close();
    port = port1;
    tellState();
    whole();
  });

  function tell(message: ToMirror): void {
    port?.postMessage(message);
  }

  function tellState(): void {
    if (state) tell({ type: "state", ...state });
  }

  function close(): void {
    tell({ type: "over" });
    port?.close();
    port = undefined;
  }

  addEventListener("message", hear);
  const beat = setInterval(tellState, MIRROR_BEAT);

  return {
    open(): void {
      window.open(`${host.origin}/mirror`, "remote-support-mirror", "popup,width=960,height=760");
    },
    /** As long as anybody may see the page. */
    show(allowed: boolean, technicians: string[], watched: boolean): void {
      state = allowed ? { technicians, watched } : undefined;
      if (state) tellState();
      else close();
    },
    tell,
    remove(): void {
      removeEventListener("message", hear);
      clearInterval(beat);
      close();
    },
  };
}
