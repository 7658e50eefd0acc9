/**
 * A part of the page in one number, the same on both sides when both show the same: the names of the elements, the texts,
 * and their order, under the ids that both sides know them by. Of private elements only that they are there.
 */
export interface Tree {
  idOf(node: Node): number;
  isPrivate(element: Element): boolean;
}

/** Not the same on both sides by design: scripts are left out, styles are rewritten, a value stands in a text area. */
const SKIPPED = /^(script|style|link|meta|title|noscript|template|datalist|object|embed|textarea|iframe|base)$/i;

/** FNV-1a. */
function mix(hash: number, value: string | number): number {
  let next = hash;
  const text = String(value);
  for (let at = 0; at < text.length; at++) next = Math.imul(next ^ text.charCodeAt(at), 16_777_619);
  return next;
}

export function fingerprint(root: Node, tree: Tree, shallow = false): { hash: number; nodes: number } {
  let hash = 2_166_136_261;
  let nodes = 0;
  // In a frame's own numbers and in those of the page around it, the distances are the same.
  const first = tree.idOf(root);

  function take(node: Node, deep: boolean): void {
    const id = tree.idOf(node);
    // What the other side was never told of.
    if (id < 1) return;
    nodes++;
    hash = mix(hash, id - first);
    if (node.nodeType === 3) hash = mix(hash, node.textContent ?? "");
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const name = element.localName.toLowerCase();
    hash = mix(hash, name);
    if (!deep || SKIPPED.test(name) || tree.isPrivate(element)) return;
    for (const child of element.childNodes) take(child, !shallow);
    if (element.shadowRoot) for (const child of element.shadowRoot.childNodes) take(child, !shallow);
    hash = mix(hash, ")");
  }

  take(root, true);
  return { hash: hash >>> 0, nodes };
}

/** A part of the page: an element with all that is in it, or, where that is too much for one part, with its children's names. */
export interface Part {
  root: Element;
  shallow: boolean;
}

export function parts(root: Element, most: number): Part[] {
  if (root.getElementsByTagName("*").length <= most) return [{ root, shallow: false }];
  return [{ root, shallow: true }, ...[...root.children].flatMap((child) => parts(child, most))];
}
