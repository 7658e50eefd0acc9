import { OwnMedia, Sound, type OwnState } from "@remote-support/media";
import type { Participant, SignalFromClient, SignalFromServer } from "@remote-support/protocol";
import { guarded } from "../dom";
import { Refused, type Host } from "../host";
import type { Waiting } from "../session/main";
import type { Wish } from "../wish/main";
import type { Servers } from "../link";
import { Line } from "./line";
import { isOver, toFrame, type CallChanged, type CallView, type Model } from "./model";
import { farewell, tell, untell } from "./note";
import { onlyOne } from "./only-one";
import { ringBack } from "./tone";
import { callView } from "./view";
import { say } from "./words";

/** What counts of the session's room. */
export interface CallSight {
  participants: ReadonlyMap<string, Participant>;
  waiting: Waiting | undefined;
}

export interface CallOptions {
  session: string;
  send(frame: SignalFromClient): void;
  /** Something changed that the session should see. */
  changed(): void;
  /** Asks for another call. */
  ask(): void;
}

/** How often it is said that one is there, and what one hears. */
const REPORT = 5_000;

/** An end that the server did not hear is told again after so long. */
const TELL_AGAIN = 3_000;

/** What this tab was given goes along: whoever comes to that page without is given nothing. */
const checkPage = (origin: string, servers?: Servers) =>
  `${origin}/check#servers=${encodeURIComponent(JSON.stringify(servers?.servers ?? []))}`;

/** The calls of one session, as this tab has part in them: which there is, whether it is in it, and the way to the other side. */
export class Calling {
  private readonly view;
  private readonly memory;
  private room: CallSight = { participants: new Map(), waiting: undefined };
  private known: CallChanged | undefined;
  private seen: CallView | undefined;
  private since: number | undefined;
  /** The one who spoke has gone, and the next is not heard yet. */
  private handed = false;
  private hush: (() => void) | undefined;
  private letGo: (() => void) | undefined;
  private own: OwnMedia | undefined;
  private sound: Sound | undefined;
  private readonly line: Line;
  private blocked = false;
  private score: number | undefined;
  private shown = false;
  private reports: ReturnType<typeof setInterval> | undefined;
  private rangHere = false;
  private hungUp = false;
  private over = false;

  constructor(
    private readonly host: Host,
    private readonly options: CallOptions,
  ) {
    this.memory = host.tab;
    this.line = new Line({
      send: options.send,
      own: () => this.own,
      isHere: (participant) => this.room.participants.has(participant),
      isAnswered: () => this.known?.state === "active",
      stream: (stream) => this.sound?.play(stream),
      changed: () => this.render(),
    });
    this.view = callView(host, {
      accept: () => void this.accept(),
      decline: () => void this.decline(),
      hangUp: () => void this.hangUp(),
      callBack: (wish) => this.callBack(wish),
      takeOver: () => this.claim(true),
      mute: (muted) => this.own?.mute(muted),
      hold: (held) => this.own?.hold(held),
      show: (picture) => void this.own?.show(picture),
      openMicrophone: () => void this.own?.open(),
      hear: () => void this.hear(),
      use: (kind, device) => this.use(kind, device),
      level: () => this.own?.level() ?? 0,
      checkPage: () => checkPage(host.origin, this.line.servers),
    });
    // How it stands may have changed while the page was loaded anew.
    const before = this.memory.get<string>("call");
    if (before) void this.look(before);
  }

  receive(frame: SignalFromServer): void {
    if ("capability" in frame && frame.capability !== "call") return;
    switch (frame.type) {
      case "peer.servers":
        return this.line.use(frame);
      case "call.changed":
        return this.changed(frame);
      case "peer.state":
        if (frame.state === "wanted") this.wanted(frame.from);
        return;
      case "peer.description":
      case "peer.candidate":
        return this.line.receive(frame);
      case "peer.media":
        return this.line.hears(frame);
    }
  }

  /** Gives whether there is a call on the screen. */
  update(room: CallSight, below: boolean): boolean {
    this.room = room;
    this.view.below(below);
    this.render();
    return this.phase() !== "none";
  }

  /** This tab has asked for the call. */
  take(call: CallView): void {
    this.memory.set("call", call.id);
    this.hungUp = false;
    this.learn(call);
    this.claim(true);
  }

  /** Whether a call goes on that there cannot be another beside. */
  get isOn(): boolean {
    return this.phase() !== "none";
  }

  focus(): void {
    this.view.focus();
  }

  /** The session goes on without us, or is over. */
  end(): void {
    const { known } = this;
    const wasIn = !!this.letGo;
    this.over = true;
    this.quit();
    this.view.remove();
    if (known && wasIn && !isOver(known.state)) void this.askHowItEnded(known);
  }

  /** @param view what the server knows besides, where it was asked */
  private changed(frame: CallChanged, view?: CallView): void {
    const { known } = this;
    if (known?.call === frame.call) {
      if (isOver(known.state) || frame.version < known.version) return;
    } else {
      // Another that is over has nothing to say, but to the tab that was in it.
      if (isOver(frame.state) && this.memory.get("call") !== frame.call) return;
      this.begin();
    }
    const before = this.known;
    this.known = frame;
    if (view) {
      this.seen = view;
      if (view.answeredAt) this.since = Date.now() - view.durationSeconds * 1000;
    }
    // This browser's clock may be wrong.
    if (frame.answeredAt) this.since ??= Math.min(Date.now(), Date.parse(frame.answeredAt));
    if (frame.state === "ringing" && frame.ringsAt === "customer") this.rangHere = true;
    if (isOver(frame.state)) return this.finish(frame);
    const another = before?.staffId !== frame.staffId;
    if (before?.state === "active" && frame.state === "active") {
      if (another) this.line.handOn();
    } else if (before?.state === "active" || frame.state === "queued" || (another && this.line.isOpen)) {
      this.line.close();
    }
    if (!this.letGo && !this.hungUp && this.memory.get("call") === frame.call) this.claim(false);
    if (frame.staffId && frame.staffId !== this.seen?.staffId) void this.look(frame.call);
    if (frame.state === "active") {
      this.rangHere = false;
      if (this.line.isOpen) this.line.speak();
      else this.line.connect();
    }
    this.render();
  }

  /** Another call than before. */
  private begin(): void {
    this.quit();
    this.seen = this.since = undefined;
    this.rangHere = this.hungUp = false;
  }

  private finish(frame: CallChanged): void {
    const wasIn = !!this.letGo || this.memory.get("call") === frame.call;
    const { rangHere, hungUp, since } = this;
    const seconds = since === undefined ? undefined : (Date.now() - since) / 1000;
    const words = farewell(frame, { who: this.who(), rangHere, hungUp, seconds });
    this.forget(frame.call);
    this.render();
    if (words && (wasIn || hungUp || (rangHere && frame.state === "missed"))) tell(this.host, words, this.options.ask);
  }

  private forget(call: string): void {
    this.quit();
    if (this.memory.get("call") === call) this.memory.set("call", undefined);
  }

  /** Asks the server how the call stands, which knows the names and the time. */
  private async look(call: string): Promise<void> {
    try {
      const view = await this.host.request<CallView>(`support/call/${call}`);
      if (!this.over && view.sessionId === this.options.session) this.learn(view);
    } catch (problem) {
      if (problem instanceof Refused && [403, 404].includes(problem.status)) this.forget(call);
    }
  }

  private learn(view: CallView): void {
    this.changed(toFrame(view), view);
  }

  private claim(steal: boolean): void {
    const { known } = this;
    if (!known || (this.letGo && !steal) || this.own) return;
    this.letGo?.();
    untell();
    this.memory.set("call", known.call);
    this.letGo = onlyOne(
      `call:${known.call}`,
      steal,
      guarded(() => this.enter()),
      guarded(() => {
        // Whoever goes on in this tab again leads there at once.
        const { technician } = this.line;
        this.forget(known.call);
        this.line.technician = technician;
        this.render();
      }),
    );
    this.render();
  }

  /** From now on this tab speaks and hears. */
  private enter(): void {
    if (this.over || this.own) return;
    const { local } = this.host;
    this.own = new OwnMedia({
      changed: (state) => this.ownChanged(state),
      microphone: local.get("microphone"),
      camera: local.get("camera"),
    });
    this.sound = new Sound({
      blocked: () => {
        this.blocked = true;
        this.render();
      },
    });
    const speaker = local.get<string>("speaker");
    if (speaker) this.sound.useSpeaker(speaker).catch(() => undefined);
    void this.own.open();
    this.reports = setInterval(() => void this.report(), REPORT);
    if (this.known?.state === "active") this.line.connect();
    this.render();
  }

  private quit(): void {
    clearInterval(this.reports);
    this.sing(false);
    this.line.close();
    this.letGo?.();
    this.letGo = undefined;
    this.own?.close();
    this.sound?.close();
    this.own = this.sound = undefined;
    this.blocked = false;
    this.score = undefined;
  }

  private wanted(technician: string): void {
    this.line.technician = technician;
    if (this.known?.state === "active" || this.known?.ringsAt === "technician") this.line.connect();
    this.render();
  }

  private async hear(): Promise<void> {
    this.blocked = false;
    await this.sound?.resume().catch(() => (this.blocked = true));
    this.render();
  }

  private ownChanged(state: OwnState): void {
    this.sound?.silence(state.held);
    this.line.tell(state);
    this.render();
  }

  private async report(): Promise<void> {
    const { known } = this;
    if (known?.state !== "active") return;
    const hearing = await this.line.hearing();
    try {
      const heard = await this.host.request<{ score: number | null }>(
        `support/call/${known.call}/quality`,
        hearing ?? {},
      );
      this.score = heard.score ?? undefined;
      this.render();
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 409) void this.look(known.call);
    }
  }

  private async accept(): Promise<void> {
    const { known } = this;
    if (!known) return;
    this.claim(true);
    try {
      this.learn(await this.host.request<CallView>(`support/call/${known.call}/answer`, {}));
    } catch {
      this.forget(known.call);
      void this.look(known.call);
      tell(this.host, { title: say().failed, text: say().failedHint }, this.options.ask);
    }
    this.render();
  }

  private async decline(): Promise<void> {
    const { known } = this;
    if (!known) return;
    this.hungUp = true;
    this.render();
    await this.post(`support/call/${known.call}/decline`, {});
  }

  /** Here first, then at the server: whatever it says, nobody hears us any more. */
  private async hangUp(): Promise<void> {
    const { known, score, since } = this;
    if (!known) return;
    this.hungUp = true;
    this.forget(known.call);
    this.render();
    const said = {
      ...(since !== undefined && { duration: Math.max(0, Math.round((Date.now() - since) / 1000)) }),
      ...(score !== undefined && { qualityScore: score }),
    };
    await this.post(`support/call/${known.call}/end`, said);
  }

  private async callBack(wish: Wish): Promise<void> {
    const { known } = this;
    if (known) this.learn(await this.host.request<CallView>(`support/call/${known.call}/callback`, wish));
  }

  private async post(path: string, body: object): Promise<void> {
    for (let tries = 3; tries; tries--) {
      try {
        return this.learn(await this.host.request<CallView>(path, body));
      } catch (problem) {
        // It was over already, which the room tells.
        if (problem instanceof Refused && problem.status < 500) return;
        await new Promise((resolve) => setTimeout(resolve, TELL_AGAIN));
      }
    }
  }

  private async use(kind: "microphone" | "camera" | "speaker", device: string): Promise<void> {
    this.host.local.set(kind, device);
    if (kind === "microphone") await this.own?.useMicrophone(device);
    else if (kind === "camera") await this.own?.useCamera(device);
    else await this.sound?.useSpeaker(device);
  }

  private async askHowItEnded(known: CallChanged): Promise<void> {
    const view = await this.host.request<CallView>(`support/call/${known.call}`).catch(() => undefined);
    if (view && isOver(view.state)) this.finish(toFrame(view));
  }

  private who(): string {
    const { seen, known } = this;
    if (seen?.staffName && seen.staffId === known?.staffId) return seen.staffName;
    // One who loaded the console anew is there twice for a moment.
    const technicians = [...this.room.participants.values()].filter(({ seat }) => seat === "technician");
    const [name, ...others] = new Set(technicians.map((one) => one.name));
    return (!others.length && name) || seen?.staffName || say().someone;
  }

  private phase(): Model["phase"] {
    const { known } = this;
    if (!known || this.over || this.hungUp || isOver(known.state)) return "none";
    if (known.state === "ringing" && known.ringsAt === "customer") return this.letGo ? "active" : "ringing";
    if (known.state === "active") return this.own ? "active" : "elsewhere";
    return this.letGo ? "waiting" : "none";
  }

  /** Not in all the queue before: nobody wants to hear that so long. */
  private sing(sings: boolean): void {
    if (sings === !!this.hush) return;
    this.hush?.();
    this.hush = sings ? ringBack() : undefined;
  }

  private readonly render = guarded(() => {
    if (this.over) return;
    const { known, own, line, room, since } = this;
    const phase = this.phase();
    const rings = known?.state === "ringing";
    if (rings && own && own.state.microphone !== "opening") line.prepare();
    if (known?.state !== "active") this.handed = since !== undefined;
    else if (line.word === "connected") this.handed = false;
    const { handed } = this;
    // Whoever was in a call is never left in silence.
    this.sing((phase === "waiting" && (rings || handed)) || (phase === "active" && handed));
    this.view.show({
      phase,
      who: this.who(),
      waiting: room.waiting,
      rings: rings && !room.waiting,
      handed,
      own: own?.state,
      preview: own?.preview,
      link: line.isOpen ? line.word : "awaited",
      trouble: line.trouble,
      other: line.other,
      stream: line.stream,
      blocked: this.blocked,
      score: this.score,
      since,
    });
    if (this.shown === (phase !== "none")) return;
    this.shown = phase !== "none";
    this.options.changed();
  });
}
