/**
 * The one socket client of console, widget and SDK. It comes back after every break with jittered back-off, fetches a
 * fresh token for each connection, renews it in-band before it ends, and steps aside while the page is in the
 * back/forward cache. Frames of a connection that was given up are never delivered, so handlers cannot double.
 */

import { BEARER_PREFIX, CLOSE_CODES, SUBPROTOCOL } from "@remote-support/protocol";

export interface Frame {
  type: string;
}

export interface SocketToken {
  token: string;
  /** Seconds. */
  expiresIn: number;
}

/** `waiting`: broken, comes back by itself. `stopped`: over for good, by us or by the server. */
export type SocketState = "connecting" | "connected" | "waiting" | "stopped";

export interface Closed {
  code: number;
  reason: string;
}

export interface SocketOptions<In extends Frame> {
  url: string;
  /** A token that no connection has used yet. Throw {@link Stop} where coming back makes no sense. */
  token(): Promise<SocketToken>;
  /** The first frame of each connection. */
  hello(): Frame;
  /** Every frame but pong and token.renewed, the welcome included. */
  receive(frame: In): void;
  state?(state: SocketState, closed?: Closed): void;
  /** Bytes that a frame may have; a larger one is not sent. */
  largest?: number;
  /** A newer connection took our participant's place. With this we come back, as whom `token()` then says; without, we stop. */
  replaced?(): void;
}

export interface ResilientSocket<Out extends Frame> {
  /** False, and nothing sent, unless connected, welcomed and not too large. */
  send(frame: Out): boolean;
  /** Bytes that wait to leave. */
  backlog(): number;
  close(): void;
}

/** Thrown by `token()`: do not come back. */
export class Stop extends Error {
  constructor(
    readonly code: number,
    reason: string,
  ) {
    super(reason);
  }
}

const BEAT = 20_000;
const PATIENCE = 5_000;
const LONGEST_WAIT = 15_000;

/** A clock that jumps by so much stood still in between: the machine slept. */
const NAP = 5_000;

const { FORBIDDEN, SESSION_UNKNOWN, REPLACED, SESSION_ENDED, MOVED, SHUTTING_DOWN, FLOOD } = CLOSE_CODES;

/** Coming back would only be refused again. */
const FINAL: number[] = [FORBIDDEN, SESSION_UNKNOWN, REPLACED, SESSION_ENDED];

export function resilientSocket<In extends Frame, Out extends Frame>(options: SocketOptions<In>): ResilientSocket<Out> {
  let current: WebSocket | undefined;
  let state: SocketState | undefined;
  let attempt = 0;
  let round = 0;
  let heard = false;
  let retry: Timer;
  let beat: Timer;
  let renewal: Timer;
  let proven: Timer;

  function enter(next: SocketState, closed?: Closed): void {
    if (state === next) return;
    state = next;
    options.state?.(next, closed);
  }

  /** Lets go of the connection: whatever still arrives on it is not for us. */
  function drop(): void {
    round++;
    for (const timer of [retry, beat, renewal, proven]) clearTimeout(timer);
    const socket = current;
    current = undefined;
    socket?.close();
  }

  function stop(closed: Closed): void {
    drop();
    clearInterval(clock);
    for (const [target, type, listener] of wakers) target.removeEventListener(type, listener);
    enter("stopped", closed);
  }

  function comeBack(code: number): void {
    drop();
    const longest = Math.min(LONGEST_WAIT, 300 * 2 ** attempt);
    let wait = longest * (0.5 + Math.random() / 2);
    if (code === MOVED && attempt === 0) wait = Math.random() * 50;
    if (code === SHUTTING_DOWN) wait += Math.random() * 1_000;
    if (code === FLOOD) wait += PATIENCE;
    attempt++;
    enter("waiting");
    retry = setTimeout(connect, wait);
  }

  function hurry(): void {
    clearTimeout(beat);
    beat = setTimeout(() => comeBack(0), PATIENCE * 2);
  }

  async function connect(): Promise<void> {
    drop();
    const mine = round;
    enter("connecting");
    // An attempt that hangs is as good as a broken one: first the fetch of the token, then the connection.
    hurry();
    let token: SocketToken;
    try {
      token = await options.token();
    } catch (problem) {
      if (mine === round) giveUpOrComeBack(problem);
      return;
    }
    if (mine !== round) return;

    let socket: WebSocket;
    try {
      socket = new WebSocket(options.url, [SUBPROTOCOL, BEARER_PREFIX + token.token]);
    } catch {
      comeBack(0);
      return;
    }
    current = socket;
    hurry();
    socket.onopen = () => {
      if (socket === current) socket.send(JSON.stringify(options.hello()));
    };
    socket.onmessage = (event: MessageEvent<string>) => {
      if (socket !== current) return;
      heard = true;
      const frame = JSON.parse(event.data) as In;
      if (frame.type === "welcome") {
        // A connection that breaks right after its welcome is no reason to come back the faster.
        proven = setTimeout(() => (attempt = 0), PATIENCE);
        scheduleBeat();
        scheduleRenewal(token.expiresIn);
        enter("connected");
      }
      if (frame.type !== "pong" && frame.type !== "token.renewed") options.receive(frame);
    };
    socket.onclose = ({ code, reason }) => {
      if (socket !== current) return;
      if (code === REPLACED && options.replaced) {
        options.replaced();
        comeBack(code);
      } else if (FINAL.includes(code)) stop({ code, reason });
      else comeBack(code);
    };
  }

  function giveUpOrComeBack(problem: unknown): void {
    if (problem instanceof Stop) stop({ code: problem.code, reason: problem.message });
    else comeBack(0);
  }

  function scheduleBeat(): void {
    clearTimeout(beat);
    beat = setTimeout(() => checkPulse(PATIENCE), BEAT);
  }

  /** Asks for a sign of life and takes silence as a broken connection. */
  function checkPulse(patience: number): void {
    heard = false;
    transmit({ type: "ping" });
    clearTimeout(beat);
    beat = setTimeout(() => {
      if (heard) scheduleBeat();
      else comeBack(0);
    }, patience);
  }

  function scheduleRenewal(expiresIn: number): void {
    clearTimeout(renewal);
    renewal = setTimeout(() => void renew(), Math.max(1, expiresIn * 0.75) * 1_000);
  }

  async function renew(): Promise<void> {
    const mine = round;
    try {
      const token = await options.token();
      if (mine !== round) return;
      transmit({ type: "token.renew", token: token.token });
      scheduleRenewal(token.expiresIn);
    } catch (problem) {
      if (mine !== round) return;
      if (problem instanceof Stop) stop({ code: problem.code, reason: problem.message });
      else renewal = setTimeout(() => void renew(), PATIENCE);
    }
  }

  function transmit(frame: Frame & { token?: string }): boolean {
    if (state !== "connected" || current?.readyState !== WebSocket.OPEN) return false;
    const text = JSON.stringify(frame);
    if (options.largest && text.length > options.largest / 3 && new Blob([text]).size > options.largest) return false;
    current.send(text);
    return true;
  }

  /** The network or the tab is back: look now instead of at the end of the wait. */
  function wake(): void {
    if (document.visibilityState === "hidden") return;
    if (state === "waiting") {
      attempt = Math.min(attempt, 1);
      void connect();
    } else if (state === "connected") {
      checkPulse(2_000);
    }
  }

  function sleep(): void {
    drop();
    enter("waiting");
  }

  function wakeFromCache(event: PageTransitionEvent): void {
    if (event.persisted) void connect();
  }

  let looked = Date.now();
  const clock = setInterval(() => {
    const slept = Date.now() - looked > NAP;
    looked = Date.now();
    if (slept) wake();
  }, 1_000);

  const wakers: [EventTarget, string, EventListener][] = [
    [window, "online", wake],
    [document, "visibilitychange", wake],
    [window, "pagehide", sleep],
    [window, "pageshow", wakeFromCache as EventListener],
  ];
  for (const [target, type, listener] of wakers) target.addEventListener(type, listener);
  void connect();

  return {
    send: transmit,
    backlog: () => current?.bufferedAmount ?? 0,
    close: () => stop({ code: 1000, reason: "closed" }),
  };
}

type Timer = ReturnType<typeof setTimeout> | undefined;
