import { describe, expect, it } from "vitest";
import { codeAt, fillIn, matching, nameOf, type CannedAnswer } from "../src/canned/model";

const WHO = { "customer.name": "Grace $& {{staff.name}}", "staff.name": "Ada", "session.number": "17" };

describe("fillIn", () => {
  it("fills in what it knows, spaces or not, and leaves the rest to be seen", () => {
    expect(fillIn("#{{session.number}} {{ staff.name }} {{order.id}} {{constructor}}", WHO)).toBe(
      "#17 Ada {{order.id}} {{constructor}}",
    );
  });

  it("takes a name for a name, whatever is in it", () => {
    expect(fillIn("Hello {{customer.name}}", WHO)).toBe("Hello Grace $& {{staff.name}}");
  });
});

describe("a visitor without a name", () => {
  const nameless = { ...WHO, "customer.name": nameOf("Visitor") };

  it.each([
    ["Hello {{customer.name|there}}, how can I help?", "Hello there, how can I help?"],
    ["Hallo {{customer.name | zusammen}}!", "Hallo zusammen!"],
    ["Hello {{customer.name}}, how can I help?", "Hello, how can I help?"],
    ["{{customer.name}} {{staff.name}}", " Ada"],
    ["Hello {{order.id|you}}", "Hello {{order.id|you}}"],
  ])("is greeted without one in %j", (text, said) => {
    expect(fillIn(text, nameless)).toBe(said);
  });

  it("and one with a name by it", () => {
    expect(fillIn("Hello {{customer.name|there}}", { ...WHO, "customer.name": nameOf("Grace") })).toBe("Hello Grace");
    expect(nameOf(null)).toBe("");
  });
});

describe("codeAt", () => {
  it.each([
    ["/hel", 4, { code: "hel", from: 0 }],
    ["Well /", 6, { code: "", from: 5 }],
    ["Well\n/bye now", 9, { code: "bye", from: 5 }],
    ["/grüße", 6, { code: "grüße", from: 0 }],
  ])("finds the code in %j at %i", (text, caret, found) => {
    expect(codeAt(text, caret)).toEqual(found);
  });

  it.each([
    ["and/or", 6],
    ["https://shop", 12],
    ["/hello there", 12],
    ["", 0],
  ])("finds none in %j at %i", (text, caret) => {
    expect(codeAt(text, caret)).toBeUndefined();
  });
});

describe("matching", () => {
  const answer = (code: string, text = ""): CannedAnswer => ({ id: code, code, text });

  it("puts what begins so before what holds it, whatever the case", () => {
    const all = [answer("shipping"), answer("Help"), answer("bye", "we are glad to help"), answer("hello")];

    expect(matching(all, "hel").map(({ code }) => code)).toEqual(["hello", "Help", "bye"]);
  });

  it("shows no more than can be looked at", () => {
    expect(
      matching(
        Array.from({ length: 30 }, (_, index) => answer(`a${index}`)),
        "",
      ),
    ).toHaveLength(8);
  });
});
