/**
 * Remembers the fields that ever were of type password, from the first moment on: a "show password" button that was
 * pressed before anybody shared the page must not uncover what is in them.
 */
export function passwordMemory(): (field: Element) => boolean {
  const known = new WeakSet<Node>();
  const note = (records: MutationRecord[]) => {
    for (const { oldValue, target } of records) if (/^password$/i.test(oldValue ?? "")) known.add(target);
  };
  const observer = new MutationObserver(note);
  observer.observe(document, { subtree: true, attributeFilter: ["type"], attributeOldValue: true });
  return (field) => {
    note(observer.takeRecords());
    if ((field as HTMLInputElement).type === "password") known.add(field);
    return known.has(field);
  };
}
