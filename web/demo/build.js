// The demo is served as it is written.
import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

cpSync(here("public"), here("../target/classes/META-INF/resources/demo"), { recursive: true });
