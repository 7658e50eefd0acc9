import { OwnMedia, Sound } from "@remote-support/media";
import { Problem } from "../api/problem";
import type { Entered } from "../stage/rooms";
import { chosenDevice } from "./chosen-devices";
import { awaitSound, soundCame } from "./first-sound";
import { isFree, isHeld } from "./held-here";
import { isOver, type Call, type CallNews } from "./model";
import { Line } from "./line";
import { OpenCall, type CallRoutes } from "./open-call";

export interface AllRoutes extends CallRoutes {
  start(sessionId: string): Promise<Call>;
  answer(id: string): Promise<Call>;
  ofSession(sessionId: string): Promise<Call[]>;
}

interface CallsOptions {
  me: string;
  routes: AllRoutes;
  enter(sessionId: string): Entered;
  /** For a call that rings, in a session that is not ours before it is answered. */
  enterEarly(sessionId: string): Entered;
}

/** What this tab brings into a call. */
export interface Ready {
  media: OwnMedia;
  /** What plays the customer. */
  sound: Sound;
  /** The way to the customer, where it was made while the call rang. */
  line?: Line;
  /** The call is in its room, or will not be: this place there is not needed any more. */
  leave(): void;
  /** Somebody has clicked. */
  answered?: boolean;
}

/** Which calls this tab is in, so that they go on after a reload. */
const STORED = "remote-support.calls";

/** So long a page may wait for the first sound, and how often one listens for it. */
const FIRST_SOUND = 2_000;
const LISTEN = 40;

/** So long the tab that answers a call may take to be in it. */
const ANSWERING = 500;

/** The calls that this tab is in: of several one speaks, and the others are held. */
export class Calls {
  #calls: readonly OpenCall[] = [];
  /** What rings or is being answered, by session. */
  readonly #ready = new Map<string, Ready>();
  readonly #changes = new Set<() => void>();

  constructor(private readonly options: CallsOptions) {}

  readonly subscribe = (change: () => void): (() => void) => {
    this.#changes.add(change);
    return () => this.#changes.delete(change);
  };

  /** Those that are over too, until somebody has seen it. */
  readonly list = (): readonly OpenCall[] => this.#calls;

  /**
   * A call rings in this tab: makes the way to whoever calls, so that both are heard as soon as it is answered. No microphone opens, and
   * nothing is sent. Gives what lets go of it where it rings no more.
   *
   * @param ours whether we have the session already
   */
  prepare(sessionId: string, ours: boolean): () => void {
    const has = this.#ready.has(sessionId) || this.#open().some((call) => call.sessionId === sessionId);
    if (has) return () => undefined;
    const { enter, enterEarly } = this.options;
    const { room, leave } = ours ? enter(sessionId) : enterEarly(sessionId);
    const ready = newReady(leave);
    ready.line = new Line(room, ready.media, true);
    // Another browser of ours may be the one that answers.
    ready.sound.silence(true);
    ready.line.listen({ changed: () => undefined, stream: (stream) => ready.sound.play(stream) });
    this.#ready.set(sessionId, ready);
    return () => {
      if (!ready.answered) this.giveUp(ready);
    };
  }

  /** The own microphone, to be opened within the click that answers: it is ready when the server has said yes. */
  open(sessionId?: string): Ready {
    const early = sessionId && this.#ready.get(sessionId);
    const ready = early || newReady(() => undefined);
    ready.answered = true;
    if (sessionId) this.#ready.set(sessionId, ready);
    void ready.media.open();
    // The click that some browsers want; there may be nothing to play yet.
    if (early) void ready.sound.resume().catch(() => undefined);
    return ready;
  }

  /** It comes to no call. */
  giveUp(ready: Ready): void {
    this.#forget(ready);
    close(ready);
  }

  /** Calls the customer of a session; where they call just now, that is answered. */
  start(sessionId: string): Promise<void> {
    const { me, routes } = this.options;
    return this.#meanwhile(sessionId, this.open(), async () => {
      const call = await routes.start(sessionId);
      const callsMe = call.state === "ringing" && call.ringsAt === "technician" && call.staffId === me;
      return callsMe ? routes.answer(call.id) : call;
    });
  }

  /** One that rings in a session that we have, or that a colleague handed to us. */
  answer(id: string, sessionId: string): Promise<void> {
    awaitSound();
    return this.#meanwhile(sessionId, this.open(sessionId), () => this.options.routes.answer(id));
  }

  /** Goes into the call of a session that was taken just now; answers it where it rings. */
  join(sessionId: string, ready = this.open()): Promise<void> {
    const { me, routes } = this.options;
    // The server has answered it with the offer. In another call, nobody is heard twice.
    if (this.#open().length === 0) {
      ready.line?.speak();
      ready.sound.silence(false);
    }
    return this.#meanwhile(sessionId, ready, async () => {
      const [call] = await routes.ofSession(sessionId);
      if (!call || isOver(call.state)) throw new Problem(409, "call-over", "The call is over", "");
      if (call.state === "ringing" && call.ringsAt === "technician") return routes.answer(call.id);
      if (call.staffId !== me) throw new Problem(409, "already-assigned", "A colleague has it", "");
      return call;
    });
  }

  /** Until the customer of a session is heard; where that takes long, no longer than anybody waits for a page. */
  async speaking(sessionId: string): Promise<void> {
    const call = this.#open().find((one) => one.sessionId === sessionId);
    for (let waited = 0; call && waited < FIRST_SOUND; waited += LISTEN) {
      if (call.state().phase === "over" || (await call.isHeard())) break;
      await new Promise((resolve) => setTimeout(resolve, LISTEN));
    }
    soundCame();
  }

  /**
   * Whether no tab of this browser is in a call that a colleague handed over.
   *
   * @param certain false where it may have been answered just now, here or in another tab
   */
  async isUntaken(id: string, certain: boolean): Promise<boolean> {
    if (!certain) await new Promise((resolve) => setTimeout(resolve, ANSWERING));
    return !this.#open().some((call) => call.id === id) && !(await isHeld(id));
  }

  /** After a reload: those that this tab was in, and that go on. */
  async resume(): Promise<void> {
    await Promise.all(stored().map((id) => this.#resume(id).catch(() => undefined)));
  }

  hear(news: CallNews): void {
    for (const call of this.#calls) call.hear(news);
  }

  /** News may have been missed. */
  refresh(): void {
    for (const call of this.#open()) void call.refresh();
  }

  /** One speaks at a time. */
  speakIn(call: OpenCall): void {
    for (const other of this.#open()) if (other !== call && !other.state().own.held) other.hold(true);
    call.hold(false);
  }

  /** It is over, and that was seen. */
  dismiss(call: OpenCall): void {
    this.#become(this.#calls.filter((one) => one !== call));
  }

  /** Lets go of all without ending them. */
  close(): void {
    for (const call of this.#calls) call.close();
    for (const ready of this.#ready.values()) close(ready);
    this.#ready.clear();
    this.#calls = [];
  }

  /** Enters the room while the server is asked: whoever is called waits for both. */
  async #meanwhile(sessionId: string, ready: Ready, work: () => Promise<Call>): Promise<void> {
    const { leave } = this.options.enter(sessionId);
    try {
      this.#enter(await work(), ready);
    } catch (problem) {
      this.giveUp(ready);
      soundCame();
      throw problem;
    } finally {
      leave();
    }
  }

  async #resume(id: string): Promise<void> {
    if (!(await isFree(id))) return; // a tab that was duplicated is not in the call of the first
    const call = await this.options.routes.get(id);
    const mine = call.staffId === this.options.me;
    if (mine && (call.state === "active" || (call.state === "ringing" && call.ringsAt === "customer"))) {
      this.#enter(call, this.open());
    } else this.#store();
  }

  #enter(call: Call, ready: Ready): void {
    if (this.#open().some(({ id }) => id === call.id)) return this.giveUp(ready);
    const { me, routes, enter } = this.options;
    const { media, sound, line } = ready;
    line?.speak();
    const opened = new OpenCall(call, {
      me,
      media,
      sound,
      line,
      customer: call.customerName ?? "The visitor",
      routes,
      enter,
      over: () => this.#become([...this.#calls]),
    });
    ready.leave();
    this.#forget(ready);
    this.#become([...this.#calls.filter(({ sessionId }) => sessionId !== call.sessionId), opened]);
    this.speakIn(opened);
  }

  #forget(ready: Ready): void {
    for (const [sessionId, one] of this.#ready) if (one === ready) this.#ready.delete(sessionId);
  }

  #open(): OpenCall[] {
    return this.#calls.filter((call) => call.state().phase !== "over");
  }

  #become(calls: readonly OpenCall[]): void {
    this.#calls = calls;
    this.#store();
    for (const change of this.#changes) change();
  }

  #store(): void {
    const ids = this.#open().map(({ id }) => id);
    if (ids.length > 0) sessionStorage.setItem(STORED, JSON.stringify(ids));
    else sessionStorage.removeItem(STORED);
  }
}

function newReady(leave: () => void): Ready {
  const media = new OwnMedia({ microphone: chosenDevice("microphone"), camera: chosenDevice("camera") });
  const sound = new Sound({ blocked: () => undefined });
  const speaker = chosenDevice("speaker");
  if (speaker) void sound.useSpeaker(speaker).catch(() => undefined); // it is gone: the usual one plays
  return { media, sound, leave };
}

function close({ media, sound, line, leave }: Ready): void {
  line?.close();
  sound.close();
  media.close();
  leave();
}

function stored(): string[] {
  try {
    const ids: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
