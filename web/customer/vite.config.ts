import { defineConfig } from "vite";

const resources = "../target/classes/META-INF/resources";

/** The widget is one classic script beside the loader that fetches it; the help page is copied from `public`. */
export default defineConfig({
  publicDir: "public",
  build: {
    outDir: resources,
    emptyOutDir: false,
    target: "es2022",
    lib: {
      entry: "src/widget/main.ts",
      formats: ["iife"],
      name: "RemoteSupportScript",
      fileName: () => "sdk/widget.js",
    },
    rolldownOptions: { output: { exports: "none" } },
  },
});
