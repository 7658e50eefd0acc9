// Builds each script of the SDK into one self-contained file, the loader last: it names the others by their content, so
// that a browser's cache can never mix two releases.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here("../target/classes/META-INF/resources/sdk");
const watch = process.argv.includes("--watch") ? {} : null;

/**
 * Canvases are never recorded, since replaying them would run the page's drawing in the console. The part of rrweb that
 * could do it, a worker's source included, is an eighth of the script: it is left out.
 */
const withoutCanvas = {
  name: "without-canvas",
  transform(code, id) {
    if (!id.includes("@rrweb/record/dist/record.js")) return null;
    const from = code.indexOf('var chars = "ABCDEFGH');
    const to = code.indexOf("class StylesheetManager {");
    if (from < 0 || to < from) throw new Error("@rrweb/record has changed: look where its canvas part is now");
    const idle = "class CanvasManager { reset() {} freeze() {} unfreeze() {} lock() {} unlock() {} }\n";
    return { code: code.slice(0, from) + idle + code.slice(to), map: null };
  },
};

async function script(name, entry, define = {}) {
  await build({
    configFile: false,
    logLevel: "warn",
    define,
    plugins: [withoutCanvas],
    build: {
      outDir: out,
      emptyOutDir: false,
      target: "es2022",
      watch,
      lib: { entry: here(entry), formats: ["iife"], name: "RemoteSupportScript", fileName: () => `${name}.js` },
      rolldownOptions: { output: { exports: "none" } },
    },
  });
}

const version = (name) => {
  try {
    return createHash("sha256")
      .update(readFileSync(`${out}/${name}.js`))
      .digest("hex")
      .slice(0, 10);
  } catch {
    return "dev";
  }
};

await script("recorder", "src/recorder/main.ts");
await script("session", "src/session/main.ts");
const versions = Object.fromEntries(["widget", "session", "recorder"].map((name) => [name, version(name)]));
await script("v1", "src/loader/main.ts", { VERSIONS: JSON.stringify(versions) });
