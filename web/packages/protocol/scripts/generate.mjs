// Writes src/generated from the JSON Schemas in contracts/, which are the source. With --check it writes nothing and fails
// where a file differs, so that types and schemas cannot drift apart.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";
import { format } from "prettier";

const here = dirname(fileURLToPath(import.meta.url));
const contracts = join(here, "../../../../contracts/src/main/resources");
const generated = join(here, "../src/generated");

/** Schema file → module. A browser never sees the events between services, so they have no types here. */
const MODULES = {
  "common.json": "common",
  "signal/values.json": "signal-values",
  "signal/from-client.json": "signal-from-client",
  "signal/from-server.json": "signal-from-server",
  "chat/values.json": "chat-values",
  "chat/from-client.json": "chat-from-client",
  "chat/from-server.json": "chat-from-server",
  "console/from-client.json": "console-from-client",
  "console/from-server.json": "console-from-server",
  "visitor/from-client.json": "visitor-from-client",
  "visitor/from-server.json": "visitor-from-server",
};

const BANNER = "// Generated from contracts/src/main/resources/schemas by `npm run generate`: do not edit.";

const readJson = async (path) => JSON.parse(await readFile(join(contracts, path), "utf8"));

/**
 * Replaces each reference to another file by the name of its type and notes the import, so that a type is declared once.
 * `tsType` is json-schema-to-typescript's own way to name a type.
 */
function nameReferences(node, file, imports) {
  if (Array.isArray(node)) {
    return node.map((item) => nameReferences(item, file, imports));
  }
  if (node === null || typeof node !== "object") {
    return node;
  }
  if (typeof node.$ref === "string") {
    const [path, pointer] = node.$ref.split("#");
    const name = pointer.split("/").at(-1);
    if (path !== "") {
      const module = MODULES[join(dirname(file), path)];
      imports.set(module, (imports.get(module) ?? new Set()).add(name));
    }
    return { tsType: name, ...(node.description && { description: node.description }) };
  }
  const entries = Object.entries(node).filter(([key]) => key !== "maxItems" && key !== "minItems");
  return Object.fromEntries(entries.map(([key, value]) => [key, nameReferences(value, file, imports)]));
}

async function typesOf(file) {
  const imports = new Map();
  const schema = nameReferences(await readJson(`schemas/${file}`), file, imports);
  const options = {
    bannerComment: "",
    additionalProperties: false,
    format: false,
  };
  const declarations = [];
  for (const [name, definition] of Object.entries(schema.$defs)) {
    declarations.push(await compile({ ...definition, title: name }, name, options));
  }
  if (schema.oneOf) {
    const union = schema.oneOf.map((member) => member.tsType).join(" | ");
    const { description } = schema;
    declarations.push(await compile({ title: schema.title, description, tsType: union }, schema.title, options));
  }
  const heads = [...imports]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([module, names]) => `import type { ${[...names].sort().join(", ")} } from "./${module}";`);
  return [BANNER, heads.join("\n"), ...declarations.map((text) => text.trim())].filter(Boolean).join("\n\n") + "\n";
}

const words = (name) =>
  name
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .replaceAll("-", "_")
    .toUpperCase();
const table = (name, doc, values) =>
  `/** ${doc} */\nexport const ${name} = {\n` +
  Object.entries(values)
    .map(([key, value]) => `  ${words(key)}: ${value},\n`)
    .join("") +
  "} as const;";

async function constants() {
  const protocol = await readJson("protocol.json");
  return (
    [
      BANNER,
      `/** The version of the socket protocol, said in each hello. */\nexport const PROTOCOL_VERSION = ${protocol.version};`,
      `/** The WebSocket subprotocol of all three sockets. */\nexport const SUBPROTOCOL = "${protocol.subprotocol}";`,
      `/** What precedes the token where it is handed over as a second subprotocol. */\nexport const BEARER_PREFIX = "${protocol.bearer}";`,
      table("CLOSE_CODES", "Why the server closes a socket.", protocol.closeCodes),
      `/** The bounds of what may be on the wire; lengths count Unicode characters. */\nexport * as LIMITS from "./limits";`,
    ].join("\n\n") + "\n"
  );
}

/** Each for itself, so that a script carries those alone that it uses. */
async function limits() {
  const protocol = await readJson("protocol.json");
  const each = Object.entries(protocol.limits).map(([key, value]) => `export const ${words(key)} = ${value};\n`);
  return `${BANNER}\n\n${each.join("")}`;
}

const files = new Map([
  ["constants.ts", await constants()],
  ["limits.ts", await limits()],
]);
for (const [file, module] of Object.entries(MODULES)) {
  files.set(`${module}.ts`, await typesOf(file));
}
const check = process.argv.includes("--check");
await mkdir(generated, { recursive: true });
for (const [name, source] of files) {
  const path = join(generated, name);
  const text = await format(source, { parser: "typescript", printWidth: 120 });
  if (!check) {
    await writeFile(path, text);
  } else if ((await readFile(path, "utf8").catch(() => "")) !== text) {
    console.error(`${name} differs from the schemas: run npm run generate -w @remote-support/protocol.`);
    process.exitCode = 1;
  }
}
