/** Of several tabs one is in a call: the one that took it last. A tab that was duplicated does not take it by that. */
const nameOf = (call: string) => `remote-support.call.${call}`;

const locks = (): LockManager | undefined => navigator.locks as LockManager | undefined;

/** Takes the call from whichever tab has it; gives what lets go of it again. */
export function holdHere(call: string, lost: () => void): () => void {
  let held = true;
  let letGo: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (letGo = resolve));
  locks()
    ?.request(nameOf(call), { steal: true }, () => until)
    .catch(() => {
      if (held) lost();
    });
  return () => {
    held = false;
    letGo();
  };
}

/** Whether a tab of this browser is in it. */
export async function isHeld(call: string): Promise<boolean> {
  const held = (await locks()?.query())?.held ?? [];
  return held.some(({ name }) => name === nameOf(call));
}

/** So long the page before a reload may take to let go. */
const TRIES = 15;
const BETWEEN = 100;

/** Whether no other tab is in this call. */
export async function isFree(call: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    if (!(await isHeld(call))) return true;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
  return false;
}
