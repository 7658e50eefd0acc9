/** `/check`: whether a call will work from this computer, before there is one. */

import { element, LOOK } from "@remote-support/sdk/dom";
import { PALETTE } from "@remote-support/sdk/palette";
import type { Card } from "./card";
import { cameraCard } from "./camera";
import { serversIn } from "./handed";
import { microphoneCard } from "./microphone";
import { networkCard } from "./network";
import { serversCard } from "./servers";
import { speakerCard } from "./speaker";
import { language, say } from "./words";

document.documentElement.lang = language;
const look = new CSSStyleSheet();
look.replaceSync((LOOK + PALETTE).replaceAll(":host", ":root"));
document.adoptedStyleSheets = [look];
document.title = say.title;

const servers = serversIn(location.hash);
// What is in it is good for a while: neither the history nor a copied address need it.
history.replaceState(null, "", location.pathname);

const summary = element("p", { class: "summary", role: "status", "data-testid": "check-summary" });
const cards: Card[] = [];

function sum(): void {
  const bad = cards.filter(({ state }) => state === "bad");
  const said = bad.length
    ? say.bad(bad.map(({ name }) => name).join(", "))
    : cards.some(({ state }) => state === "good")
      ? say.good
      : say.none;
  if (summary.textContent !== said) summary.textContent = said;
}

cards.push(microphoneCard(sum), speakerCard(sum), cameraCard(sum), networkCard(sum), serversCard(servers, sum));
sum();
(document.getElementById("check") as HTMLElement).append(
  element("h1", {}, say.title),
  element("p", { class: "lead" }, say.lead),
  summary,
  ...cards.map((card) => card.element),
);
