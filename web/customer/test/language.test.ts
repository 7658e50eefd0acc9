import * as de from "@remote-support/sdk/words/de";
import * as en from "@remote-support/sdk/words/en";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const { problems: englishProblems, ...english } = en.widget;
const { problems: germanProblems, ...german } = de.widget;

/** A text, or what a function makes of numbers or words. */
const spoken = (word: unknown) =>
  typeof word === "function" ? (word as (...said: unknown[]) => string)(2, 3) : JSON.stringify(word);

describe("the words", () => {
  it("are all there in German, and none of them is empty", () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    expect(Object.keys(germanProblems).sort()).toEqual(Object.keys(englishProblems).sort());
    for (const word of Object.values(german)) expect(spoken(word)).not.toBe("");
  });

  it("are translated", () => {
    // The same word in both languages.
    const alike = ["emoji", "tickets", "says"];

    const same = Object.entries(german)
      .filter(([name, word]) => spoken(word) === spoken(english[name as keyof typeof english]))
      .map(([name]) => name);

    expect(same.filter((name) => !alike.includes(name))).toEqual([]);
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
