import type { Memory } from "../host";

/** Storage may be missing, full or forbidden by the browser: then a page remembers for itself only. */
export function memory(area: () => Storage, siteKey: string): Memory {
  const spare = new Map<string, string>();
  const full = (name: string) => `remote-support:${siteKey}:${name}`;
  return {
    get<T>(name: string) {
      let text = spare.get(name) ?? null;
      try {
        text = area().getItem(full(name)) ?? text;
        return text === null ? undefined : (JSON.parse(text) as T);
      } catch {
        return undefined;
      }
    },
    set(name, value) {
      const text = JSON.stringify(value) as string | undefined;
      try {
        if (text === undefined) area().removeItem(full(name));
        else area().setItem(full(name), text);
        spare.delete(name);
      } catch {
        if (text === undefined) spare.delete(name);
        else spare.set(name, text);
      }
    },
  };
}
