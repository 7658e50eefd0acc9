import type { Host } from "@remote-support/sdk/host";
import { language } from "@remote-support/sdk/words/language";
import { day, time } from "../widget/format";
import type { Past } from "../widget/rare/archive";
import { stateWord } from "../widget/rare/conversations";
import { ratingGiven } from "../widget/rare/rating";
import { say } from "./words";

/** What is known of a session beside its chat. */
export function facts(host: Host, past: Past): HTMLElement {
  const { element } = host;
  const { requestedAt, staff, site, channels, rating, feedback } = past;
  const fact = (term: string, ...value: (Node | string)[]) =>
    element("div", {}, element("dt", {}, term), element("dd", {}, ...value));
  return element(
    "dl",
    { class: "facts", "data-testid": "my-facts" },
    fact(say.state, element("span", { class: `badge ${past.state}` }, stateWord(past))),
    fact(say.date, element("time", { datetime: requestedAt }, `${day(requestedAt)}, ${time(requestedAt)}`)),
    site?.name ? fact(say.site, site.name) : null,
    fact(say.helper, staff?.name ?? say.nobodyYet),
    past.connectedAt ? fact(say.duration, duration(past.durationSeconds ?? 0)) : null,
    channels?.length ? fact(say.channelsTitle, channels.map((one) => say.channels[one] ?? one).join(", ")) : null,
    rating ? fact(say.ratingTitle, ratingGiven(host, rating), feedback ? ` ${say.youWrote(feedback)}` : "") : null,
  );
}

export function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return say.underMinute;
  const unit = (amount: number, name: string) =>
    new Intl.NumberFormat(language(), { style: "unit", unit: name, unitDisplay: "short" }).format(amount);
  const hours = Math.floor(minutes / 60);
  return [hours && unit(hours, "hour"), minutes % 60 && unit(minutes % 60, "minute")]
    .filter((part) => !!part)
    .join(" ");
}
