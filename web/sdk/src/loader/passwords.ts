export interface PasswordMemory {
  /** Whether this is a password, was one, or has taken the place of one. */
  knows(field: Element): boolean;
  /** Notes what happens to fields in this document, and in the frames of the same origin within it. */
  watch(document: Document | ShadowRoot): void;
}

/**
 * Remembers the fields that ever were of type password, from the first moment on: a "show password" button that was
 * pressed before anybody shared the page must not uncover what is in them. Some sites put another field in the place of
 * the first: it goes by its id and name.
 */
export function passwordMemory(): PasswordMemory {
  const known = new WeakSet<Node>();
  const names = new Set<string>();
  const watched = new WeakSet<Node>();

  function remember(field: Node): void {
    known.add(field);
    for (const key of keys(field)) names.add(key);
  }

  const note = (records: MutationRecord[]) => {
    for (const { oldValue, target } of records) if (/^password$/i.test(oldValue ?? "")) remember(target);
  };
  const observer = new MutationObserver(note);

  function look(event: Event): void {
    const [field] = event.composedPath() as Element[];
    if (isPassword(field)) remember(field);
    if (field) watchFrame(field);
  }

  /** One of another origin has no document for us. */
  function watchFrame(frame: Element): void {
    const inner = (frame as HTMLIFrameElement).contentDocument;
    if (inner) watch(inner);
  }

  function watch(root: Document | ShadowRoot): void {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, { subtree: true, attributeFilter: ["type"], attributeOldValue: true });
    // Events tell of fields in shadow roots, too.
    for (const type of ["focusin", "input", "load"]) root.addEventListener(type, look, true);
    root.querySelectorAll("iframe").forEach(watchFrame);
  }

  watch(document);

  return {
    watch,
    knows(field) {
      note(observer.takeRecords());
      if (isPassword(field)) remember(field);
      return known.has(field) || keys(field).some((key) => names.has(key));
    },
  };
}

function isPassword(field: Element | undefined): field is HTMLInputElement {
  return (field as HTMLInputElement | undefined)?.type === "password";
}

function keys(field: Node): string[] {
  const { localName, name, id } = field as HTMLInputElement;
  return localName === "input" ? [name, id].filter(Boolean) : [];
}
