// The demo is served as it is written; its two fonts come from packages, and two pages of its gallery are built.
import { copyFileSync, cpSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const { resolve } = createRequire(import.meta.url);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const demo = here("../target/classes/META-INF/resources/demo");

cpSync(here("public"), demo, { recursive: true });
mkdirSync(`${demo}/fonts`, { recursive: true });
for (const font of ["inter", "fraunces"]) {
  const file = `${font}-latin-wght-normal.woff2`;
  copyFileSync(resolve(`@fontsource-variable/${font}/files/${file}`), `${demo}/fonts/${font}.woff2`);
}

for (const app of ["react", "vue"]) {
  await build({
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: `${demo}/gallery`,
      emptyOutDir: false,
      lib: { entry: here(`apps/${app}.js`), formats: ["iife"], name: "Gallery", fileName: () => `${app}.js` },
    },
  });
}
