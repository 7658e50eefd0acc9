import { describe, expect, it } from "vitest";
import { publicUrl, withoutSecrets } from "../src/url";

describe("an address that somebody else reads", () => {
  it.each([
    ["/a?token=abc&page=2", "/a?token=***&page=2"],
    ["https://x.example/?q=boots", "https://x.example/?q=boots"],
    ["https://x.example/?design=blue&code=1", "https://x.example/?design=blue&code=***"],
    ["https://x.example/?v=eyJhbGciOiJIUzI1NiIsInR5", "https://x.example/?v=***"],
    ["https://ada:pw@x.example/a", "https://x.example/a"],
    ["data:image/svg+xml;utf8,<svg a='?token=1'/>", "data:image/svg+xml;utf8,<svg a='?token=1'/>"],
    ["", ""],
  ])("%s becomes %s", (url, seen) => {
    expect(withoutSecrets(url)).toBe(seen);
  });

  it.each([
    ["/a#prices", "/a#prices"],
    ["/a#access_token=abc", "/a"],
    ["/a#/orders/17", "/a#/orders/17"],
    ["/a#/orders?token=abc", "/a#/orders?token=***"],
    ["/a#!/reset/9f86d081884c7d659a2feaa0c55ad015", "/a"],
    ["/a?session=1#9f86d081884c7d659a2feaa0c55ad015", "/a?session=***"],
    ["#", ""],
  ])("%s is shown as %s", (url, seen) => {
    expect(publicUrl(url)).toBe(seen);
  });
});
