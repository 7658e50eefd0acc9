import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const own = (path) => join(import.meta.dirname, "../public", path);

it("the connect page can be installed, and opens in what it may show", () => {
  const link = /<link rel="manifest" href="([^"]+)"/.exec(readFileSync(own("/connect/index.html"), "utf8"))?.[1] ?? "";
  const app = JSON.parse(readFileSync(own(link), "utf8"));

  expect(app).toMatchObject({ display: "standalone", start_url: app.scope, scope: "/connect" });
  for (const { src } of app.icons)
    expect(existsSync(join(import.meta.dirname, "../../console/public", src))).toBe(true);
});
