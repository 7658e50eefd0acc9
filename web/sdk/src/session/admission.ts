import { CLOSE_CODES } from "@remote-support/protocol";
import { Stop, type Closed, type SocketToken } from "@remote-support/socket";
import { type Host, Refused } from "../host";
import type { Tab } from "./tab";

/** This tab's way into one session's sockets. */
export class Admission {
  private as = "";

  constructor(
    private readonly host: Host,
    private readonly tab: Tab,
    readonly session: string,
  ) {}

  door(socket: "chat" | "signaling") {
    return {
      url: `${this.host.origin.replace(/^http/, "ws")}/ws/${socket}`,
      token: () => this.token(),
      replaced: () => this.tab.giveUp(this.as),
    };
  }

  /** A session that is over, unknown or not ours is forgotten, in all tabs. */
  closed(closed: Closed | undefined): void {
    if (closed && closed.code !== 1000) this.host.session.ended(this.session);
  }

  private async token(): Promise<SocketToken> {
    this.as = await this.tab.id();
    try {
      return await this.host.request<SocketToken>(`sessions/${this.session}/participants`, { tab: this.as });
    } catch (problem) {
      // No use in asking again.
      if (problem instanceof Refused && [403, 404, 409, 410].includes(problem.status)) {
        throw new Stop(CLOSE_CODES.SESSION_ENDED, problem.code);
      }
      throw problem;
    }
  }
}
