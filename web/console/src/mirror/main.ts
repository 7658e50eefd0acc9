/**
 * `/mirror`: the customer's look at what technicians see. The page that opened this window hands over, through a port, all
 * that it sends to them, and this builds the same picture of it as the console does.
 */

import { MIRROR, MIRROR_BEAT, type ToMirror } from "@remote-support/protocol";
import { fit } from "../stage/mapping";
import { Replay, type Size } from "../stage/replay";
import "./mirror.css";
import { language, words } from "./words";

const part = (id: string) => document.getElementById(id) as HTMLElement;
const area = part("area");
const picture = part("picture");
const page = window.opener as Window | null;

let size: Size | undefined;
let port: MessagePort | undefined;
let heard = 0;

const nothing = () => undefined;

const replay = new Replay(picture, {
  size(next) {
    size = next;
    place();
  },
  changed: nothing,
  mode: nothing,
  fidelity: nothing,
  resync: nothing,
  choked: nothing,
});

function place(): void {
  if (!size) return;
  const { left, top, scale } = fit(size, { width: area.clientWidth, height: area.clientHeight });
  Object.assign(picture.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${size.width}px`,
    height: `${size.height}px`,
    transform: `scale(${scale})`,
  });
}

function say(state: "seen" | "unseen" | "away" | "over" | "alone", who: string, hint = ""): void {
  document.body.dataset.state = state;
  if (part("who").textContent !== who) part("who").textContent = who;
  part("hint").textContent = hint;
}

function receive(message: ToMirror): void {
  heard = Date.now();
  switch (message.type) {
    case "state":
      if (message.watched) say("seen", words.sees(message.technicians), words.hint);
      else say("unseen", words.nobody);
      break;
    case "events":
      replay.show(message.events, message.keyframe);
      break;
    case "asset":
      replay.asset(message);
      break;
    case "over":
      replay.clear();
      size = undefined;
      say("over", words.over, words.close);
      break;
  }
}

function connect({ source, ports: [handed] }: MessageEvent): void {
  if (!page || source !== page || !handed) return;
  port?.close();
  port = handed;
  port.onmessage = ({ data }: MessageEvent<ToMirror>) => receive(data);
}

/** The page may have gone to another, which has to be asked anew; this says nothing, to whatever page it is. */
function ask(): void {
  if (Date.now() - heard < 3 * MIRROR_BEAT) return;
  if (port && document.body.dataset.state !== "over") say("away", words.away);
  page?.postMessage(MIRROR, "*");
}

document.documentElement.lang = language;
document.title = words.title;
addEventListener("resize", place);
if (page) {
  say("away", words.away);
  addEventListener("message", connect);
  setInterval(ask, MIRROR_BEAT);
  ask();
} else say("alone", words.alone, words.how);
