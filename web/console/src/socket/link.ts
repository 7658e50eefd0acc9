import { resilientSocket, Stop, type Frame, type ResilientSocket, type SocketToken } from "@remote-support/socket";

export type LinkState =
  | { kind: "connecting" }
  | { kind: "open" }
  /** Broken; comes back by itself. */
  | { kind: "broken" }
  | { kind: "closed"; code: number; reason: string };

export interface LinkOptions<In extends Frame> {
  path: string;
  token: () => Promise<SocketToken>;
  hello: () => Frame;
  receive: (frame: In) => void;
}

/** What the server means by closing for good. */
const REASONS: Record<number, string> = {
  4403: "You may not take part in this session.",
  4404: "This session does not exist.",
  4409: "Opened in another window. Reload to take it back.",
  4499: "The session has ended.",
};

/** A socket whose state can be shown, and that can be started again. */
export class Link<In extends Frame, Out extends Frame> {
  #socket?: ResilientSocket<Out>;
  #state: LinkState = { kind: "connecting" };
  readonly #listeners = new Set<() => void>();

  constructor(private readonly options: LinkOptions<In>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): LinkState => this.#state;

  start(): void {
    if (this.#socket) return;
    const { token, hello, receive } = this.options;
    const url = new URL(this.options.path, globalThis.location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    this.#become({ kind: "connecting" });
    this.#socket = resilientSocket<In, Out>({
      url: url.href,
      token,
      hello,
      receive,
      state: (state, closed) => {
        if (state === "connected") this.#become({ kind: "open" });
        if (state === "waiting") this.#become({ kind: "broken" });
        if (state === "stopped") {
          const code = closed?.code ?? 0;
          this.#become({ kind: "closed", code, reason: REASONS[code] ?? closed?.reason ?? "" });
        }
      },
    });
  }

  stop(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  /** True when the frame went out; what must not be lost is kept by the caller until it is answered. */
  send(frame: Out): boolean {
    return this.#socket?.send(frame) ?? false;
  }

  #become(state: LinkState): void {
    if (this.#state.kind === state.kind) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

export { Stop };
