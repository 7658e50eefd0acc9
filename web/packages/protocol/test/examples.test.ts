import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020";
import { describe, expect, it } from "vitest";

const contracts = join(dirname(fileURLToPath(import.meta.url)), "../../../../contracts/src/main/resources");
const BASE = "https://remote-support.dev/schemas/";
const UNIONS = [
  "signal/from-client",
  "signal/from-server",
  "chat/from-client",
  "chat/from-server",
  "console/from-client",
  "console/from-server",
  "visitor/from-client",
  "visitor/from-server",
  "event/identity",
  "event/session",
  "event/chat",
  "event/signaling",
  "event/device",
];

type Frame = Record<string, unknown> & { type: string };

const text = (path: string) => readFileSync(join(contracts, path), "utf8");
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { uuid: true, "date-time": true } });
for (const file of ["common.json", "signal/values.json", "chat/values.json", ...UNIONS.map((path) => `${path}.json`)]) {
  ajv.addSchema(JSON.parse(text(`schemas/${file}`)) as object);
}

describe.each(UNIONS)("%s", (union) => {
  const validate = ajv.getSchema(`${BASE}${union}.json`);
  const accepts = (frame: object) => validate?.(frame) === true;
  const examples = readdirSync(join(contracts, "examples", union)).map(
    (file) => JSON.parse(text(`examples/${union}/${file}`)) as Frame,
  );

  it.each(examples)("$type is accepted", (frame) => {
    expect(accepts(frame), JSON.stringify(validate?.errors)).toBe(true);
  });

  it.each(examples)("$type is unchanged after a round trip", (frame) => {
    expect(JSON.parse(JSON.stringify(frame))).toEqual(frame);
  });

  it.each(examples)("$type is refused under an unknown name and without one", (frame) => {
    expect(accepts({ ...frame, type: `${frame.type}.nonsense` })).toBe(false);
    expect(accepts({ ...frame, type: undefined })).toBe(false);
  });

  it.each(examples)("$type is refused where a field is of a wrong type", (frame) => {
    for (const field of Object.keys(frame)) {
      const wrong = typeof frame[field] === "object" ? "wrong" : {};
      expect(accepts({ ...frame, [field]: wrong }), field).toBe(false);
    }
  });
});
