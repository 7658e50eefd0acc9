// @vitest-environment node
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const built = fileURLToPath(new URL("../../target/classes/META-INF/resources/sdk/", import.meta.url));

describe.skipIf(!existsSync(built))("gzipped, as a browser loads it,", () => {
  it.each([
    ["v1.js", 5_000],
    ["recorder.js", 25_000],
    ["session.js", 10_000],
    ["detail.js", 6_000],
    ["frames.js", 3_000],
    ["widget.js", 23_000],
  ])("%s stays below %i bytes", (name, most) => {
    expect(gzipSync(readFileSync(built + name)).length).toBeLessThanOrEqual(most);
  });
});
