import * as de from "@remote-support/sdk/words/de";
import * as en from "@remote-support/sdk/words/en";
import { inPageLanguage, language } from "@remote-support/sdk/words/language";

const say = inPageLanguage({ en: en.times, de: de.times });

export function time(at: string): string {
  return new Date(at).toLocaleTimeString(language(), { hour: "numeric", minute: "2-digit" });
}

export function day(at: string): string {
  const date = new Date(at);
  const thisYear = date.getFullYear() === new Date().getFullYear();
  return date.toLocaleDateString(language(), {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(!thisYear && { year: "numeric" }),
  });
}

/** When we are back: the time alone where it is today, else with its day. */
export function when(at: string, now = new Date()): string {
  const date = new Date(at);
  const clock = time(at);
  if (date.toDateString() === now.toDateString()) return say.atTime(clock);
  const soon = date.getTime() - now.getTime() < 6 * 86_400_000;
  const options: Intl.DateTimeFormatOptions = soon ? { weekday: "long" } : { day: "numeric", month: "long" };
  return say.onDay(date.toLocaleDateString(language(), options), clock);
}

export function fileSize(bytes: number): string {
  const [amount, unit] =
    bytes < 1e3 ? [bytes, "byte"] : bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  return new Intl.NumberFormat(language(), {
    style: "unit",
    unit: unit as string,
    unitDisplay: "short",
    maximumFractionDigits: (amount as number) < 10 && unit === "megabyte" ? 1 : 0,
  }).format(amount as number);
}
