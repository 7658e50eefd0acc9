// Installs the locked packages when the lock has changed since the last installation, so that a warm build starts at once.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";

const changed = (file) => statSync(new URL(file, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changed("../package-lock.json") > changed("../node_modules/.package-lock.json")) {
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { stdio: "inherit", shell: true });
  process.exit(status ?? 1);
}
