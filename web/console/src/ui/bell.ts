/** Of several tabs one rings, so that nobody hears a chord. */
const LOCK = "remote-support.bell";
let ours = false;

/** Takes the bell when it is free; returns what hands it on. */
export function takeBell(): () => void {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) {
    ours = true; // not on HTTPS: every tab rings
    return () => (ours = false);
  }
  const leave = new AbortController();
  let handOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (handOn = resolve));
  locks
    .request(LOCK, { signal: leave.signal }, () => {
      ours = true;
      return held;
    })
    .catch(() => undefined); // left before it was our turn
  return () => {
    ours = false;
    leave.abort();
    handOn();
  };
}

export function hasBell(): boolean {
  return ours;
}
