// @vitest-environment node
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const built = fileURLToPath(new URL("../../target/classes/META-INF/resources/sdk/", import.meta.url));

const size = (name) => gzipSync(readFileSync(built + name)).length;

describe.skipIf(!existsSync(built))("gzipped, as a browser loads it,", () => {
  it.each([
    ["v1.js", 5_000],
    ["widget.js", 3_000],
    ["panel.js", 20_000],
    ["rare.js", 9_000],
    ["session.js", 10_000],
    ["recorder.js", 25_000],
    ["detail.js", 6_000],
    ["frames.js", 3_000],
    ["visit.js", 6_000],
    ["hands.js", 5_700],
    ["marks.js", 3_500],
    ["mirror.js", 2_000],
    ["notice.js", 2_500],
    ["camera.js", 8_000],
    ["call.js", 18_500],
    ["wish.js", 1_500],
  ])("%s stays below %i bytes", (name, most) => {
    expect(size(name)).toBeLessThanOrEqual(most);
  });

  it("all that records a page and controls it stays below 25 kB together", () => {
    expect(size("recorder.js") + size("hands.js")).toBeLessThanOrEqual(25_000);
  });

  it("what a page needs for the button and the unread count stays below 8 kB together", () => {
    expect(size("v1.js") + size("widget.js")).toBeLessThanOrEqual(8_000);
  });
});
