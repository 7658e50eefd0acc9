/** Calls `work` at most once per `pause` milliseconds, and always with the last value. */
export function throttled<T>(pause: number, work: (value: T) => void): (value: T) => void {
  let last = 0;
  let waiting: { value: T } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    timer = undefined;
    if (!waiting) return;
    const { value } = waiting;
    waiting = undefined;
    last = Date.now();
    work(value);
  };
  return (value) => {
    waiting = { value };
    timer ??= setTimeout(run, Math.max(0, last + pause - Date.now()));
  };
}
