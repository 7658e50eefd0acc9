import type { Mirror } from "./replay";
import type { Recorded } from "./trust";

/**
 * Closes the dialogs that a change closes. rrweb only takes the attribute away, which leaves a modal one in front of the
 * page for the browser: everything else stays inert, and no click of the technician finds what it is meant for.
 */
export function closeDialogs({ data }: Recorded, mirror: Mirror): void {
  for (const { id, attributes } of data?.attributes ?? []) {
    if (attributes.open !== null) continue;
    const node = mirror.getNode(id);
    if (node?.nodeName === "DIALOG") (node as HTMLDialogElement).close();
  }
}
