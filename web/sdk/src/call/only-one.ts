/**
 * Of all tabs one at a time has what the name stands for; the others wait until it lets go, or take it away. A tab that
 * was closed or crashed lets go by that.
 */
export function onlyOne(name: string, steal: boolean, got: () => void, lost: () => void): () => void {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) {
    got();
    return () => undefined;
  }
  const waiting = new AbortController();
  let letGo: (() => void) | undefined;
  let done = false;
  void locks
    .request(`remote-support:${name}`, steal ? { steal } : { signal: waiting.signal }, () => {
      if (done) return undefined;
      got();
      return new Promise<void>((resolve) => (letGo = resolve));
    })
    .catch(() => {
      if (!done) lost();
    });
  return () => {
    done = true;
    waiting.abort();
    letGo?.();
  };
}
