import type { Access } from "../api/access";

/**
 * The token for each connection of a socket. One that opened nothing is not offered again: the server may refuse it because the
 * role in it is not ours any more, which a browser does not tell.
 */
export class FreshToken {
  #offered?: string;

  constructor(private readonly access: Pick<Access, "token" | "refresh">) {}

  async next(): Promise<{ token: string; expiresAt: number }> {
    const { token, expiresAt } = await (this.#offered ? this.access.refresh(this.#offered) : this.access.token());
    this.#offered = token;
    return { token, expiresAt };
  }

  /** The server has taken it. */
  taken(): void {
    this.#offered = undefined;
  }
}
