/// <reference types="vitest/config" />
import { readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const resources = resolve(import.meta.dirname, "../target/classes/META-INF/resources");

/** The folder is shared with the other web parts, so only what this build makes is removed. */
function removeOldAssets(): Plugin {
  return {
    name: "remove-old-assets",
    apply: "build",
    buildStart: () => rmSync(resolve(resources, "assets"), { recursive: true, force: true }),
  };
}

/** Sets the colour scheme before the first paint, from a file: the page allows no inline script. */
function colourSchemeFirst(): Plugin {
  const source = resolve(import.meta.dirname, "src/app/colour-scheme-first.js");
  return {
    name: "colour-scheme-first",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, context) {
        const file = Object.values(context.bundle ?? {}).find((part) => part.fileName.includes("colour-scheme-first"));
        return file ? [{ tag: "script", attrs: { src: `/${file.fileName}` }, injectTo: "head-prepend" }] : [];
      },
    },
    buildStart() {
      this.emitFile({ type: "asset", name: "colour-scheme-first.js", source: readFileSync(source, "utf8") });
    },
  };
}

export default defineConfig({
  plugins: [removeOldAssets(), colourSchemeFirst(), react()],
  build: {
    outDir: resources,
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: { input: ["index.html", "mirror.html"].map((page) => resolve(import.meta.dirname, page)) },
  },
  server: {
    proxy: {
      "/api": { target: "http://localhost:8080" },
      "/ws": { target: "ws://localhost:8080", ws: true },
    },
  },
  test: {
    environment: "jsdom",
    isolate: false,
    include: ["test/**/*.test.{ts,tsx}"],
    setupFiles: ["test/setup.ts"],
  },
});
