const ECHOES = 5;
const PATIENCE = 5_000;

/** How long the middle one of a few answers took, in ms; fails where the socket does. */
export function roundTrip(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    const took: number[] = [];
    let sent = 0;
    const timer = setTimeout(() => end(() => reject(new Error("no answer"))), PATIENCE);
    const ask = () => {
      sent = performance.now();
      socket.send(String(took.length));
    };
    const end = (then: () => void) => {
      clearTimeout(timer);
      socket.onclose = socket.onerror = null;
      socket.close();
      then();
    };
    socket.onopen = ask;
    socket.onmessage = () => {
      took.push(performance.now() - sent);
      if (took.length < ECHOES) return ask();
      took.sort((one, other) => one - other);
      end(() => resolve(Math.round(took[ECHOES >> 1] as number)));
    };
    socket.onerror = socket.onclose = () => end(() => reject(new Error("closed")));
  });
}
