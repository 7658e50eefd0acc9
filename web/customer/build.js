// Builds the scripts of the widget, each into one self-contained file beside the loader that fetches them, then the
// customer's own page and the check before a call; the help page is copied from `public`.
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here("../target/classes/META-INF/resources");
const watch = process.argv.includes("--watch") ? {} : null;

const shared = { outDir: out, emptyOutDir: false, target: "es2022", watch };

async function script(name, entry) {
  await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    build: {
      ...shared,
      lib: { entry: here(entry), formats: ["iife"], name: "RemoteSupportScript", fileName: () => `sdk/${name}.js` },
      rolldownOptions: { output: { exports: "none" } },
    },
  });
}

await script("widget", "src/widget/main.ts");
await script("panel", "src/widget/window/main.ts");
await script("rare", "src/widget/rare/main.ts");

await build({
  configFile: false,
  logLevel: "warn",
  root: here("."),
  base: "/",
  publicDir: here("public"),
  build: {
    ...shared,
    assetsDir: "my/assets",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: [here("my/index.html"), here("check/index.html")] },
  },
});
