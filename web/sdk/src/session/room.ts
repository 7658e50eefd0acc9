import type { Waiting } from "./main";
import type { Capability, FrameOf, Grant, Participant, SessionState, SignalFromServer } from "@remote-support/protocol";

export type GrantRequest = FrameOf<SignalFromServer, "grant.requested">;

const WAITING: SessionState[] = ["requested", "queued", "offered"];

/** What this tab knows of the session's room: a plain value that frames change and the views read. */
export class Room {
  me = "";
  epoch = 0;
  watchers = 0;
  state: SessionState = "requested";
  grants: Grant[] = [];
  requests: GrantRequest[] = [];
  /** The technician who controls. */
  holder: string | null | undefined;
  waiting: Waiting | undefined;
  idleEndsAt: string | undefined;
  /** Taken back here but not yet acknowledged: void from the customer's click on, whatever the server still says. */
  withdrawn = new Set<Capability>();
  /** Requests said Yes to whose grants have not arrived yet. */
  private answered = new Set<string>();
  private overtaken = new Set<string>();
  participants = new Map<string, Participant>();

  granted(capability: Capability): boolean {
    return (
      !this.withdrawn.has(capability) &&
      this.grants.some((grant) => grant.capability === capability && !grant.revokedAt)
    );
  }

  name(participant: string): string {
    return this.participants.get(participant)?.name ?? "Support";
  }

  /** Each but once: whoever loads the console anew is there twice for a moment. */
  technicians(): string[] {
    const there = [...this.participants.values()].filter(({ seat }) => seat === "technician");
    return [...new Set(there.map(({ name }) => name))];
  }

  /** Who can click and type: one of the technicians, once it is known which. */
  controllers(): string[] {
    return this.holder ? [this.name(this.holder)] : this.technicians();
  }

  apply(frame: SignalFromServer): void {
    switch (frame.type) {
      case "welcome":
        this.me = frame.participant;
        this.epoch = frame.epoch;
        this.state = frame.session.state;
        this.participants = new Map(frame.participants.map((one) => [one.id, one]));
        this.watchers = this.participants.get(this.me)?.watchers ?? 0;
        this.requests = [];
        this.holder = undefined;
        this.idleEndsAt = undefined;
        // Told anew right after the welcome, where it counts.
        this.waiting = undefined;
        this.settle(frame.grants);
        break;
      case "participant.joined":
      case "participant.changed":
        this.participants.set(frame.participant.id, frame.participant);
        break;
      case "participant.left":
        this.participants.delete(frame.participant);
        break;
      case "session.changed":
        this.state = frame.state;
        this.idleEndsAt = undefined;
        if (!WAITING.includes(frame.state)) this.waiting = undefined;
        break;
      case "queue.position":
        this.waiting = frame;
        break;
      case "session.idle":
        this.idleEndsAt = frame.endsAt;
        break;
      case "control.held":
        this.holder = frame.by;
        break;
      case "cobrowse.watched":
        this.watchers = frame.watchers;
        break;
      case "grant.requested":
        this.requests = [...this.requests.filter(({ request }) => request !== frame.request), frame];
        break;
      case "grant.changed":
        this.requests = this.requests.filter(({ request }) => request !== frame.request);
        if (frame.outcome === "given" && frame.capability) {
          // Given anew after it was taken back, the newer word counts; given on a Yes that a Stop overtook, it is void.
          if (this.overtaken.has(frame.request ?? "")) this.withdrawn.add(frame.capability);
          else this.withdrawn.delete(frame.capability);
        }
        this.answered.delete(frame.request ?? "");
        this.settle(frame.grants);
        break;
    }
  }

  answer(request: string, allowed: boolean): void {
    this.requests = this.requests.filter((one) => one.request !== request);
    if (allowed) this.answered.add(request);
  }

  /** Takes back everything that is in force, here and now. */
  withdraw(): Capability[] {
    const all = this.grants.map(({ capability }) => capability).filter((capability) => this.granted(capability));
    for (const capability of all) this.withdrawn.add(capability);
    for (const request of this.answered) this.overtaken.add(request);
    return all;
  }

  private settle(grants: Grant[]): void {
    this.grants = grants.filter(({ revokedAt }) => !revokedAt);
    for (const capability of this.withdrawn) {
      if (!this.grants.some((grant) => grant.capability === capability)) this.withdrawn.delete(capability);
    }
  }
}
