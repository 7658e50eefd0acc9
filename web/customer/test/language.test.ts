import * as de from "@remote-support/sdk/words/de";
import * as en from "@remote-support/sdk/words/en";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** Every word by where it stands, such as `excuses.problems.busy`; a function by what it makes of numbers or words. */
function words(of: unknown, place = ""): Record<string, string> {
  if (typeof of === "string") return { [place]: of };
  if (typeof of === "function") return words((of as (...said: unknown[]) => unknown)(2, 3), place);
  const parts = Object.entries(of as object).map(([name, word]) => words(word, place ? `${place}.${name}` : name));
  return Object.assign({}, ...parts) as Record<string, string>;
}

describe("the words", () => {
  const english = words(en);
  const german = words(de);

  it("are all there in German, and none of them is empty", () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    expect(Object.values(german)).not.toContain("");
  });

  it("are translated", () => {
    // The same word in both languages.
    const alike = ["widget.emoji", "rare.tickets", "news.says", "page.tickets", "page.site", "page.channels.chat"];

    const same = Object.keys(german).filter((place) => german[place] === english[place]);

    expect(same.filter((place) => !alike.includes(place))).toEqual([]);
  });
});

describe("the language", () => {
  beforeEach(() => vi.resetModules());
  afterEach(() => (document.documentElement.lang = ""));

  it.each([
    ["de", "Sie sind Nummer 3 · etwa 4 Minuten"],
    ["de-CH", "Sie sind Nummer 3 · etwa 4 Minuten"],
    ["en", "You are number 3 · about 4 minutes"],
    ["sw", "You are number 3 · about 4 minutes"],
    ["<script>", "You are number 3 · about 4 minutes"],
  ])("of a page in %s", async (lang, text) => {
    document.documentElement.lang = lang;

    const { place } = await import("../src/widget/chat/standing");

    expect(place({ position: 3, expectedWaitSeconds: 240, staffAvailable: true })).toBe(text);
  });
});
