/// <reference types="node" />
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { LEAST } from "../src/auth/permissions";
import { atLeast, STAFF_ROLES } from "../src/auth/roles";

interface Matrix {
  actions: { id: string; allowed: string[] }[];
}

const FILE = resolve(import.meta.dirname, "../../../contracts/src/main/resources/permissions.json");
const matrix = JSON.parse(readFileSync(FILE, "utf8")) as Matrix;

describe("what the console offers", () => {
  it.each(Object.entries(LEAST))("%s is offered to exactly those whom the matrix allows it", (action, least) => {
    const allowed = matrix.actions.find(({ id }) => id === action)?.allowed ?? [];

    const offered = STAFF_ROLES.filter((role) => atLeast(role, least));

    expect(offered).toEqual(STAFF_ROLES.filter((role) => allowed.includes(role)));
  });
});
