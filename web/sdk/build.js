// Builds each script of the SDK into one self-contained file, the loader last: it names the others by their content, so
// that a browser's cache can never mix two releases.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { leanRrweb, RRWEB_ALONE } from "./rrweb.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here("../target/classes/META-INF/resources/sdk");
const watch = process.argv.includes("--watch") ? {} : null;

// Style sheets are written to be read; a browser needs neither the line breaks nor the indents.
const terseStyles = {
  name: "terse-styles",
  renderChunk: (code) =>
    code.replace(/`\n(?=\S)[^`$<]*\{[^`$<]*`/g, (sheet) =>
      sheet
        .replace(/\s*\n\s*/g, " ")
        .replace(/\s*([{;,])\s+/g, "$1")
        .replace(/;?\s*\}\s*/g, "}")
        .replace(/\s*\{/g, "{")
        .replace(/: /g, ":")
        .replace(/ !important/g, "!important"),
    ),
};

async function script(name, entry, { define = {}, minify } = {}) {
  await build({
    configFile: false,
    logLevel: "warn",
    define,
    plugins: [leanRrweb, terseStyles],
    build: {
      outDir: out,
      emptyOutDir: false,
      target: "es2022",
      watch,
      lib: { entry: here(entry), formats: ["iife"], name: "RemoteSupportScript", fileName: () => `${name}.js` },
      rolldownOptions: { output: { exports: "none", ...(minify && { minify }) } },
    },
  });
}

const version = (name) => {
  try {
    return createHash("sha256")
      .update(readFileSync(`${out}/${name}.js`))
      .digest("hex")
      .slice(0, 5);
  } catch {
    return "dev";
  }
};

await script("recorder", "src/recorder/main.ts", {
  minify: { compress: true, mangle: true, codegen: true, mangleProps: { include: RRWEB_ALONE } },
});
await script("frames", "src/frames/main.ts");
await script("frame", "src/frames/inner.ts");
await script("detail", "src/detail/main.ts");
await script("outline", "src/outline/main.ts");
await script("hands", "src/hands/main.ts");
await script("marks", "src/marks/main.ts");
await script("mirror", "src/mirror/main.ts");
await script("notice", "src/notice/main.ts");
await script("session", "src/session/main.ts");
await script("visit", "src/visit/main.ts");
await script("camera", "src/camera/main.ts");
await script("call", "src/call/main.ts");
await script("wish", "src/wish/main.ts");
const versions = Object.fromEntries(
  [
    "widget",
    "panel",
    "rare",
    "session",
    "recorder",
    "frames",
    "frame",
    "detail",
    "outline",
    "hands",
    "marks",
    "mirror",
    "notice",
    "visit",
    "camera",
    "call",
    "wish",
  ].map((name) => [name, version(name)]),
);
await script("v1", "src/loader/main.ts", { define: { VERSIONS: JSON.stringify(versions) } });
