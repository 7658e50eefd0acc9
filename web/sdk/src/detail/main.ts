/** `/sdk/detail.js`: what a recording of elements does not tell. Loaded when somebody looks, and in no hurry. */

import { guarded } from "../dom";
import { define } from "../host";
import { INCREMENTAL, MUTATION, type RecordedEvent, type Serialized } from "../recorder/events";
import type { Asset } from "../recorder/main";
import { assets } from "./assets";
import { canvases } from "./canvases";
import { checks } from "./checks";
import { lists } from "./lists";
import { sheets } from "./sheets";

export interface DetailOptions {
  /** The documents and shadow roots that are shown. */
  roots: Set<Document | ShadowRoot>;
  idOf(node: Node): number;
  node(id: number): Node | null;
  hides(node: Node): boolean;
  /** Whether the element itself is, not something around it. */
  isPrivate(element: Element): boolean;
  secret(element: Element): boolean;
  /** Writes a part of the page down anew. */
  part(node: Node): Serialized | null;
  tell(tag: string, payload: unknown): void;
  emit(event: RecordedEvent): void;
  sendAsset(asset: Asset): boolean;
  /** Whether changes are held back for a while. */
  gathers(): boolean;
  /** Milliseconds that it used. */
  spend(time: number): void;
}

export interface Detail {
  /** A new keyframe has left. */
  keyframe(): void;
  /** Something has changed. */
  changed(): void;
  /** Sends one part of the page anew; false if there is no such part. */
  resend(node: number): boolean;
  stop(): void;
}

export interface DetailScript {
  create(options: DetailOptions): Detail;
}

/** One aspect of the page. */
export interface Aspect {
  /** After a keyframe, all of it is news. */
  keyframe?(): void;
  /** About once a second; `changed` if the page has changed since. */
  look?(changed: boolean): void;
  stop?(): void;
}

const EVERY = 1_000;

define("detail", (): DetailScript => ({
  create(options) {
    const aspects: Aspect[] = [surroundings(options), layers(options)];
    for (const one of [lists, canvases, sheets, assets, checks]) aspects.push(one(options));
    let changes = true;

    /** One aspect at a time, so that none of them keeps the page waiting for long. */
    const timed = (work: () => void) => {
      const since = performance.now();
      guarded(work)();
      options.spend(performance.now() - since);
    };

    let next = 0;
    const timer = setInterval(() => {
      // On a page that is busy, all of this can wait.
      if (options.gathers()) return;
      const changed = changes;
      if (next === aspects.length - 1) changes = false;
      const aspect = aspects[next];
      next = (next + 1) % aspects.length;
      timed(() => aspect?.look?.(changed));
    }, EVERY / aspects.length);

    return {
      keyframe() {
        changes = true;
        for (const aspect of aspects) timed(() => aspect.keyframe?.());
      },
      changed: () => (changes = true),
      resend(id) {
        const root = options.node(id);
        if (root?.nodeType !== Node.ELEMENT_NODE || !root.isConnected || options.hides(root)) return false;
        const parent = root.parentNode;
        const written = options.part(root);
        if (!parent || !written) return false;
        options.emit(replacement(written, root, parent, options));
        return true;
      },
      stop() {
        clearInterval(timer);
        for (const aspect of aspects) aspect.stop?.();
      },
    };
  },
}));

/** A part taken out and put in again, node by node and the last first, as the replay wants it. */
function replacement(written: Serialized, root: Node, parent: Node, { idOf }: DetailOptions): RecordedEvent {
  const adds: unknown[] = [];
  const inShadow = "host" in parent;
  const parentId = idOf(inShadow ? (parent as ShadowRoot).host : parent);
  let next = root.nextSibling;
  while (next && idOf(next) < 1) next = next.nextSibling;
  const add = (node: Serialized, under: number, before: number | null) => {
    const children = "childNodes" in node ? node.childNodes : [];
    adds.push({ parentId: under, nextId: before, node: "childNodes" in node ? { ...node, childNodes: [] } : node });
    let following: number | null = null;
    let shadow: number | null = null;
    for (const child of [...children].reverse()) {
      // What is in the shadow root and what is beside it are two rows of children.
      const inside = "isShadow" in child && child.isShadow;
      add(child, node.id, inside ? shadow : following);
      if (inside) shadow = child.id;
      else following = child.id;
    }
  };
  add(written, parentId, next ? idOf(next) : null);
  const data = {
    source: MUTATION,
    texts: [],
    attributes: [],
    removes: [{ parentId, id: written.id, isShadow: inShadow || undefined }],
    adds,
  };
  return { type: INCREMENTAL, timestamp: Date.now(), data } as unknown as RecordedEvent;
}

/** What of the customer's browser the picture depends on. */
function surroundings({ tell }: DetailOptions): Aspect {
  const say = () => {
    const gauge = document.createElement("div");
    gauge.style.cssText = "position:fixed;visibility:hidden;overflow:scroll;width:50px;height:50px";
    const scrollBar = document.documentElement.appendChild(gauge).offsetWidth - gauge.clientWidth;
    gauge.remove();
    tell("surroundings", {
      dark: matchMedia("(prefers-color-scheme: dark)").matches,
      scrollBar,
      ratio: devicePixelRatio,
    });
  };
  return { keyframe: say };
}

/** Popovers are opened by calls that leave no trace in the elements. */
function layers({ roots, tell, idOf, hides }: DetailOptions): Aspect {
  const heard = new Set<Document | ShadowRoot>();

  function isOpen(element: Element): boolean {
    try {
      return element.matches(":popover-open");
    } catch {
      return false;
    }
  }

  const told = guarded((event: Event) => {
    const [element] = event.composedPath() as HTMLElement[];
    if (!element?.hasAttribute?.("popover") || hides(element)) return;
    const id = idOf(element);
    if (id > 0) tell("popover", { id, open: isOpen(element) });
  });

  function listen(): void {
    for (const root of roots) {
      if (heard.has(root)) continue;
      heard.add(root);
      root.addEventListener("toggle", told, true);
    }
  }

  return {
    keyframe() {
      listen();
      for (const root of roots) {
        for (const element of root.querySelectorAll("[popover]")) {
          const id = idOf(element);
          if (id > 0 && isOpen(element) && !hides(element)) tell("popover", { id, open: true });
        }
      }
    },
    look: listen,
    stop() {
      for (const root of heard) root.removeEventListener("toggle", told, true);
    },
  };
}
