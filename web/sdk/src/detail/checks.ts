import { fingerprint, parts, type Part } from "@remote-support/protocol";
import type { Aspect, DetailOptions } from "./main";

/** Elements of a part at most, parts and milliseconds of one look. */
const LARGEST = 150;
const MOST = 80;
const PATIENCE = 4;

/** Milliseconds between two rounds over the page, when it changes and when it does not. */
const EVERY = 3_000;
const AT_REST = 10_000;

/**
 * Says what the page is, part by part, so that the other side can compare. rrweb has told all changes when this runs, as
 * it tells them before any other task; while it gathers them, nothing can be compared.
 */
export function checks({ roots, idOf, node, hides, isPrivate, tell }: DetailOptions): Aspect {
  let queue: Part[] = [];
  let began = 0;
  let pending = false;
  const tree = { idOf, isPrivate };

  return {
    keyframe() {
      queue = [];
      pending = true;
    },
    look(changed) {
      if (!queue.length) {
        if (Date.now() - began < (changed || pending ? EVERY : AT_REST)) {
          pending ||= changed;
          return;
        }
        began = Date.now();
        pending = false;
        for (const root of roots) {
          const body = (root as Document).body as HTMLElement | undefined;
          if (body) queue.push(...parts(body, LARGEST));
        }
      }
      const since = performance.now();
      const told: [id: number, hash: number, nodes: number, shallow: number][] = [];
      while (queue.length && told.length < MOST && performance.now() - since < PATIENCE) {
        const { root, shallow } = queue.shift() as Part;
        const id = idOf(root);
        if (id < 1 || !root.isConnected || node(id) !== root || hides(root)) continue;
        const { hash, nodes } = fingerprint(root, tree, shallow);
        told.push([id, hash, nodes, Number(shallow)]);
      }
      if (told.length) tell("check", { parts: told });
    },
  };
}
