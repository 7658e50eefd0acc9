import { DEFINE, type Host, type Scripts } from "../host";

/** A connection that died without a word would hold up whoever waits for the script for ever. */
const PATIENCE = 20_000;

/** Loads our other scripts, each once, from where the loader came from. */
export function scripts(origin: string, host: () => Host): Host["load"] {
  const loading = new Map<string, Promise<unknown>>();
  const waiting = new Map<string, (start: (host: Host) => unknown) => void>();

  Object.defineProperty(window, DEFINE, {
    configurable: true,
    value: (name: string, start: (host: Host) => unknown) => waiting.get(name)?.(start),
  });

  const fetchScript = (name: string) =>
    new Promise<unknown>((resolve, reject) => {
      const script = document.createElement("script");
      waiting.set(name, (start) => resolve(start(host())));
      const fail = () => {
        script.remove();
        loading.delete(name);
        reject(new Error(`${name} did not load`));
      };
      const late = setTimeout(fail, PATIENCE);
      script.onerror = fail;
      script.onload = () => {
        script.remove();
        clearTimeout(late);
      };
      script.async = true;
      // Whatever the page itself is written in.
      script.charset = "utf-8";
      script.src = trusted(`${origin}/sdk/${name}.js?v=${VERSIONS[name as keyof Scripts]}`);
      document.head.append(script);
    });

  return (name) => {
    let script = loading.get(name);
    if (!script) loading.set(name, (script = fetchScript(name)));
    return script as never;
  };
}

declare const VERSIONS: Record<keyof Scripts, string>;

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;

/** Sites that require trusted types allow us by the policy name `remote-support`. */
function trusted(url: string): string {
  const types = (window as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (!types) return url;
  policy ??= types.createPolicy("remote-support", { createScriptURL: (address) => address });
  return policy.createScriptURL(url);
}
