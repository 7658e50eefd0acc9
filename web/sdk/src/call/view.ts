import type { PictureSource } from "@remote-support/media";
import type { Host } from "../host";
import { PALETTE } from "../palette";
import { raise } from "../top-layer";
import type { Wish } from "../wish/main";
import { activeCard } from "./active";
import type { Model } from "./model";
import { ringingCard } from "./ringing";
import { CALL, CARD } from "./style";
import { waitingCard } from "./waiting";
import { elsewhereCard } from "./elsewhere";

export type DeviceUse = "microphone" | "camera" | "speaker";

/** What the customer can do about a call. */
export interface Buttons {
  accept(): void;
  decline(): void;
  hangUp(): void;
  callBack(wish: Wish): Promise<void>;
  takeOver(): void;
  mute(muted: boolean): void;
  hold(held: boolean): void;
  show(picture: PictureSource): void;
  openMicrophone(): void;
  hear(): void;
  use(kind: DeviceUse, device: string): Promise<void>;
  level(): number;
  /** Where people test their devices and network. */
  checkPage(): string;
}

/** One state of a call as a card, made when the call comes into it. */
export interface Card {
  element: HTMLElement;
  show(model: Model): void;
  /** Once it is on the page. */
  opened?(): void;
  close?(): void;
}

const CARDS = { waiting: waitingCard, ringing: ringingCard, active: activeCard, elsewhere: elsewhereCard };

/** What the customer sees of a call: one card, by how it stands. */
export function callView(host: Host, buttons: Buttons) {
  const island = host.mount("call", PALETTE + CARD + CALL);
  let phase: Model["phase"] = "none";
  let card: Card | undefined;
  let isBelow = false;

  function change(next: Model["phase"], model: Model): void {
    const before = document.activeElement;
    const had = !!island.root.activeElement;
    card?.close?.();
    card?.element.remove();
    card = next === "none" ? undefined : CARDS[next](host, buttons);
    phase = next;
    raise(island.host, !!card);
    if (!card) return;
    card.element.classList.add("card");
    card.element.classList.toggle("below", isBelow);
    card.show(model);
    island.root.append(card.element);
    card.opened?.();
    // Who was on a button of the last card goes on with the next.
    if (had && before === island.host) focus();
  }

  function focus(): void {
    if (!card) return;
    card.element.tabIndex = -1;
    card.element.focus({ preventScroll: true });
  }

  return {
    show(model: Model): void {
      if (model.phase !== phase) change(model.phase, model);
      else card?.show(model);
    },
    /** Below the bar that says who looks. */
    below(below: boolean): void {
      isBelow = below;
      card?.element.classList.toggle("below", below);
    },
    focus,
    remove(): void {
      card?.close?.();
      island.remove();
    },
  };
}

/** Only what changed: a screen reader reads it again otherwise. */
export function set(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
