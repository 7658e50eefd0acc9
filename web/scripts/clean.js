// A full build starts from nothing, so that no file of an earlier one is served.
import { rmSync } from "node:fs";

rmSync(new URL("../target/classes/META-INF/resources", import.meta.url), { recursive: true, force: true });
