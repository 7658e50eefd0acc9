import { defineConfig } from "vitest/config";
import { leanRrweb } from "./rrweb.js";

export default defineConfig({
  plugins: [leanRrweb],
  test: {
    environment: "jsdom",
    setupFiles: ["test/setup.ts"],
    // As it is built, so that the tests are of what runs.
    server: { deps: { inline: ["@rrweb/record"] } },
  },
});
