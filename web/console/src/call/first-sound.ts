/** So long at most anything waits for the first sound of a call, and how often it looks. In milliseconds. */
const PATIENCE = 3_000;
const LOOK = 100;

let awaitedUntil = 0;

/** Somebody has just been answered, and is to be heard before anything else. */
export function awaitSound(): void {
  awaitedUntil = Date.now() + PATIENCE;
}

/** They are connected, or will not be. */
export function soundCame(): void {
  awaitedUntil = 0;
}

/** Does what can wait, once nobody waits to be heard: both ask for the same line, server and processor. */
export function afterSound(work: () => void): void {
  if (Date.now() < awaitedUntil) setTimeout(() => afterSound(work), LOOK);
  else work();
}
