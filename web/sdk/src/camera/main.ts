/** `/sdk/camera.js`: the customer's camera or screen as a live picture. Loaded on the page for customers with a code alone. */

import { isPicture, possible, type Picture } from "@remote-support/media";
import type { Capability, Participant, SignalFromServer } from "@remote-support/protocol";
import { define } from "../host";
import type { PeerFrame } from "./peers";
import { Showing, type ShowingOptions } from "./showing";
import { say } from "./words";

export interface CameraScript {
  create(options: ShowingOptions): Camera;
}

/** What counts of the session's room. */
export interface Sight {
  granted(capability: Capability): boolean;
  participants: ReadonlyMap<string, Participant>;
}

export interface Camera {
  /** What this browser can show: for the hello. */
  hello: { can: Picture[] };
  /** How to ask for it. */
  words(capability: Capability): { would: string; facts: string[] } | undefined;
  /** The customer said Yes just now: within the click, as browsers want it. */
  said(capability: Capability): void;
  /** Something has changed. Gives what the bar says of it; nothing while nothing is granted. */
  update(room: Sight): string | undefined;
  receive(frame: SignalFromServer): void;
  end(): void;
}

/** So long a Yes may be on its way before what was opened for it is closed again. */
const ON_ITS_WAY = 15_000;

define("camera", (host): CameraScript => ({
  create(options) {
    const can = possible();
    let showing: Showing | undefined;
    let granted: Picture | undefined;
    let servers: PeerFrame | undefined;
    let early: PeerFrame[] = [];
    let expected: ReturnType<typeof setTimeout> | undefined;

    function show(picture: Picture): Showing {
      if (showing?.picture === picture) return showing;
      end();
      showing = new Showing(host, picture, options);
      for (const frame of [servers, ...early.splice(0)]) if (frame) showing.receive(frame);
      return showing;
    }

    function end(): void {
      clearTimeout(expected);
      expected = undefined;
      showing?.end();
      showing = undefined;
    }

    return {
      hello: { can },
      words: (capability) => (isPicture(capability) ? say()[capability] : undefined),
      said(picture) {
        if (!isPicture(picture)) return;
        void show(picture).start();
        expected = setTimeout(() => {
          if (granted !== picture) end();
        }, ON_ITS_WAY);
      },
      update(room) {
        const before = granted;
        granted = can.find((one) => room.granted(one));
        if (granted) {
          clearTimeout(expected);
          expected = undefined;
          const shown = show(granted);
          shown.present([...room.participants.keys()]);
          // After the page was loaded anew the camera goes on; a screen must be chosen again.
          if (!before && granted === "camera" && host.tab.get("showing") === granted) void shown.start();
        } else if (before || !expected) {
          if (before) host.tab.set("showing", undefined);
          early = [];
          end();
        }
        return granted && say()[granted][showing?.isLive ? "sees" : "may"](whoLooks(room));
      },
      receive(frame) {
        if (!isPeerFrame(frame)) return;
        if (frame.type === "peer.servers") servers = frame;
        else if (!showing) early = [...early.slice(-20), frame];
        showing?.receive(frame);
      },
      end,
    };
  },
}));

/** The one technician by name; more of them are the support. */
function whoLooks({ participants }: Sight): string {
  const [name, more] = [...participants.values()].filter(({ seat }) => seat === "technician").map((one) => one.name);
  return (!more && name) || say().someone;
}

/** Those of a call are not ours. */
const isPeerFrame = (frame: SignalFromServer): frame is PeerFrame =>
  frame.type.startsWith("peer.") && !("capability" in frame && frame.capability === "call");
