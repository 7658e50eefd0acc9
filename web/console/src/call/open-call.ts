import type { OwnMedia, OwnState, PictureSource, Sound } from "@remote-support/media";
import type { CallState, SignalFromServer } from "@remote-support/protocol";
import { Problem } from "../api/problem";
import type { Entered } from "../stage/rooms";
import { rememberDevice, type DeviceKind } from "./chosen-devices";
import { holdHere } from "./held-here";
import { Line, NO_LINE, type LineState } from "./line";
import { isOver, newsOf, newsOfRoom, type Call, type CallNews, type Heard } from "./model";

/** How a call ended, or why it goes on without this tab. */
export interface Ending {
  why: "over" | "handed-on" | "waits-again" | "elsewhere";
  state?: CallState | undefined;
  reason?: string | null | undefined;
  seconds: number;
}

export interface OpenCallState {
  /**
   * Calling: it rings at the customer. Answering: the server has not said yet that both speak. Handed on: a colleague has it, and
   * until the customer hears that one they hear us.
   */
  phase: "calling" | "answering" | "active" | "handed-on" | "over";
  /** When it was answered, by this browser's clock. */
  since?: number;
  own: OwnState;
  line: LineState;
  quality?: Heard;
  /** The browser wants a click before it plays what the customer says. */
  soundBlocked: boolean;
  ending?: Ending;
}

export interface CallRoutes {
  get(id: string): Promise<Call>;
  end(id: string): Promise<Call>;
  report(id: string, hearing: object): Promise<Heard>;
}

interface OpenCallOptions {
  me: string;
  /** Opened within the click that began or answered the call. */
  media: OwnMedia;
  sound: Sound;
  /** The way to the customer, where it was made while it rang. */
  line?: Line | undefined;
  customer: string;
  routes: CallRoutes;
  enter(sessionId: string): Entered;
  over(): void;
}

/** A room that has a call under way says so right after its welcome. */
const NEWS = 1_000;

/** How often each side says that it is there, and how it hears the other. */
const REPORT = 5_000;

/** A call that this tab is in, from the ringing to the end. Its microphone is open all the time. */
export class OpenCall {
  readonly id: string;
  readonly sessionId: string;
  readonly customer: string;
  readonly media: OwnMedia;
  #state: OpenCallState;
  #version = 0;
  #line?: Line;
  #reporting?: ReturnType<typeof setInterval>;
  #silent?: ReturnType<typeof setTimeout>;
  readonly #sound: Sound;
  readonly #entered: Entered;
  readonly #leave: (() => void)[];
  readonly #changes = new Set<() => void>();

  constructor(
    call: Call,
    private readonly options: OpenCallOptions,
  ) {
    this.id = call.id;
    this.sessionId = call.sessionId;
    this.customer = options.customer;
    this.media = options.media;
    this.#state = { phase: "answering", own: this.media.state, line: NO_LINE, soundBlocked: false };
    this.media.listen((own) => this.#changed(own));
    this.#sound = options.sound;
    this.#sound.listen({ blocked: () => this.#become({ soundBlocked: true }) });
    this.#entered = options.enter(call.sessionId);
    const { room } = this.#entered;
    if (options.line?.isIn(room)) this.#line = options.line;
    else options.line?.close();
    this.#leave = [
      room.listen({ frame: (frame) => this.#receive(frame) }),
      room.link.subscribe(() => {
        if (room.link.state().kind === "closed") void this.refresh();
      }),
      holdHere(this.id, () => this.#end({ why: "elsewhere" })),
      () => this.#entered.leave(),
    ];
    this.#take(call);
    const told = room.state().call;
    if (told?.call === this.id) this.hear(newsOfRoom(told));
  }

  readonly subscribe = (change: () => void): (() => void) => {
    this.#changes.add(change);
    return () => this.#changes.delete(change);
  };

  readonly state = (): OpenCallState => this.#state;

  /** News of it, from wherever; what is old changes nothing. */
  hear(news: CallNews): void {
    if (news.id !== this.id || news.version <= this.#version || this.#isOver()) return;
    this.#version = news.version;
    if (this.#state.phase === "handed-on") return this.#afterHandingOn(news);
    if (isOver(news.state)) this.#end({ why: "over", state: news.state, reason: news.reason });
    else if (news.state === "queued") this.#queued();
    else if (news.state === "active") this.#active(news);
    else if (news.ringsAt === "customer") this.#become({ phase: "calling" });
  }

  /** Asks the server how it stands. */
  async refresh(): Promise<void> {
    try {
      this.#take(await this.options.routes.get(this.id));
    } catch (problem) {
      // It is the business of somebody else now. Whatever else is wrong, the next report or frame tells.
      if (!(problem instanceof Problem) || ![403, 404].includes(problem.status)) return;
      if (problem.status === 403 && this.#state.phase === "active") this.#handOn();
      else if (this.#state.phase !== "handed-on") this.#end({ why: "over" });
    }
  }

  mute(muted: boolean): void {
    this.media.mute(muted);
  }

  hold(held: boolean): void {
    this.media.hold(held);
    this.#sound.silence(held);
  }

  show(picture: PictureSource): Promise<void> {
    return this.media.show(picture);
  }

  async use(kind: DeviceKind, id: string): Promise<void> {
    rememberDevice(kind, id);
    if (kind === "microphone") await this.media.useMicrophone(id);
    else if (kind === "camera") await this.media.useCamera(id);
    else await this.#sound.useSpeaker(id);
  }

  /** Within a click: the browser wanted one. */
  async letSound(): Promise<void> {
    await this.#sound.resume();
    this.#become({ soundBlocked: false });
  }

  /** Whether any sound of the customer has come. */
  async isHeard(): Promise<boolean> {
    return (await this.#line?.isHeard()) ?? false;
  }

  /** From 0 to 1: how loud the customer is. */
  loudness(): number {
    return this.#sound.level();
  }

  /** Also cancels one that rings. The microphone is closed whatever the server says. */
  async hangUp(): Promise<void> {
    if (this.#isOver()) return;
    // Whoever has it now ends it.
    if (this.#state.phase === "handed-on") return this.#end({ why: "handed-on" });
    const state = this.#state.phase === "active" ? "completed" : "missed";
    this.#end({ why: "over", state, reason: "ended-by-staff" }, false);
    try {
      this.#tellEnding(await this.options.routes.end(this.id));
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.code !== "call-over") throw problem;
      await this.#askEnding();
    }
  }

  /** Lets go of it without ending it for the customer. */
  close(): void {
    this.#stop();
    this.#changes.clear();
  }

  #receive(frame: SignalFromServer): void {
    if (frame.type === "call.changed") {
      if (frame.call === this.id) clearTimeout(this.#silent);
      this.hear(newsOfRoom(frame));
    } else if (frame.type === "welcome") {
      // What ended while the connection was away is not told.
      clearTimeout(this.#silent);
      this.#silent = setTimeout(() => void this.refresh(), NEWS);
    }
  }

  #take(call: Call): void {
    if (call.state === "active" && !this.#isOver()) {
      this.#become({ since: Date.now() - 1_000 * call.durationSeconds });
    }
    this.hear(newsOf(call));
  }

  #queued(): void {
    // Before the answer it may have waited.
    if (this.#state.phase !== "answering") this.#end({ why: "waits-again" });
  }

  #active({ staffId }: CallNews): void {
    if (staffId !== this.options.me) return this.#handOn();
    if (this.#state.phase === "active") return;
    this.#become({ phase: "active", since: this.#state.since ?? Date.now() });
    this.#line ??= new Line(this.#entered.room, this.media);
    this.#line.listen({
      changed: (line) => this.#become({ line }),
      stream: (stream) => this.#sound.play(stream),
    });
    this.#reporting = setInterval(() => void this.#report(), REPORT);
  }

  /** The customer hears whoever hands a call on until the colleague is there: nobody likes silence. */
  #handOn(): void {
    const line = this.#line;
    if (this.#state.phase !== "active" || !line || this.#state.line.word !== "connected") {
      return this.#end({ why: "handed-on" });
    }
    clearInterval(this.#reporting);
    this.#become({ phase: "handed-on" });
    void line.untilLeft().then(() => this.#end({ why: "handed-on" }));
  }

  #afterHandingOn({ state, staffId, reason }: CallNews): void {
    if (isOver(state)) this.#end({ why: "over", state, reason });
    // It waits again, or comes back to us as a call of its own.
    else if (state !== "active" || staffId === this.options.me) this.#end({ why: "handed-on" });
  }

  async #report(): Promise<void> {
    const hearing = await this.#line?.hearing();
    try {
      const quality = await this.options.routes.report(this.id, hearing ? rounded(hearing) : {});
      if (!this.#isOver()) this.#become({ quality });
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 409) await this.refresh();
    }
  }

  #changed(own: OwnState): void {
    const before = this.#state.own;
    this.#become({ own });
    const told = ["microphone", "muted", "held", "picture"] as const;
    if (told.some((one) => own[one] !== before[one])) this.#line?.tell();
  }

  #isOver(): boolean {
    return this.#state.phase === "over";
  }

  #end(ending: Omit<Ending, "seconds">, ask = true): void {
    if (this.#isOver()) return;
    const { since } = this.#state;
    this.#stop();
    this.#become({
      phase: "over",
      ending: { ...ending, seconds: since === undefined ? 0 : (Date.now() - since) / 1_000 },
    });
    this.options.over();
    if (ask && ending.why === "over") void this.#askEnding();
  }

  async #askEnding(): Promise<void> {
    try {
      this.#tellEnding(await this.options.routes.get(this.id));
    } catch {
      // What is shown is what this browser has counted.
    }
  }

  #tellEnding(call: Call): void {
    if (!isOver(call.state)) return;
    const { state, endReason: reason, durationSeconds: seconds } = call;
    this.#become({ ending: { why: "over", state, reason, seconds } });
  }

  #stop(): void {
    clearInterval(this.#reporting);
    clearTimeout(this.#silent);
    for (const leave of this.#leave.splice(0)) leave();
    this.#line?.close();
    this.#line = undefined;
    this.#sound.close();
    this.media.close();
  }

  #become(change: Partial<OpenCallState>): void {
    this.#state = { ...this.#state, ...change };
    for (const tell of this.#changes) tell();
  }
}

/** No more digits than are worth sending. */
function rounded(figures: object): object {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(Number(value) * 10) / 10]),
  );
}
