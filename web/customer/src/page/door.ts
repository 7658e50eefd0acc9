import { Refused } from "@remote-support/sdk/host";

/** Whose page it is, and a token for the next minutes. */
export interface OwnPage {
  accessToken: string;
  expiresIn: number;
  customer: { id: string; name: string; kind: "visitor" | "customer" };
  site: { id: string; name: string; origins: string[] };
}

/** A token is renewed so long before its end. */
const EARLY = 20_000;

/** The way in, staying, and out. The cookie is the server's and ours to send only. */
export class Door {
  private asking: Promise<OwnPage> | undefined;
  private until = 0;

  constructor(
    private readonly closed: (why: Refused) => void,
    private readonly changed: () => void,
  ) {}

  page: OwnPage | undefined;

  /** By the code, or by the cookie that came for an earlier one. */
  async enter(code: string | undefined): Promise<OwnPage> {
    return this.keep(code ? await post<OwnPage>("entries", { code }) : await post<OwnPage>("refresh"));
  }

  /** A token that is good for a while; one question at a time, however many ask. */
  async token(fresh = false): Promise<string> {
    if (this.page && Date.now() < this.until && !fresh) return this.page.accessToken;
    this.asking ??= this.refresh().finally(() => (this.asking = undefined));
    return (await this.asking).accessToken;
  }

  async leave(): Promise<void> {
    await post("leave");
  }

  private async refresh(): Promise<OwnPage> {
    const before = this.page?.customer.id;
    try {
      const page = this.keep(await post<OwnPage>("refresh"));
      // Somebody else has come in by another tab.
      if (before && before !== page.customer.id) this.changed();
      return page;
    } catch (problem) {
      if (problem instanceof Refused && problem.status < 500 && problem.status !== 429) this.closed(problem);
      throw problem;
    }
  }

  private keep(page: OwnPage): OwnPage {
    this.until = Date.now() + page.expiresIn * 1000 - EARLY;
    return (this.page = page);
  }
}

async function post<Answer>(path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(`/api/my/${path}`, {
    method: "POST",
    headers: { "X-CSRF": "1", ...(body ? { "Content-Type": "application/json" } : {}) },
    body: body ? JSON.stringify(body) : null,
  });
  return read(answer);
}

/** The answer as JSON; throws {@link Refused} for any but a good one. */
export async function read<Answer>(answer: Response): Promise<Answer> {
  const json = (await answer.json().catch(() => ({}))) as Answer & { code?: string; detail?: string; title?: string };
  if (!answer.ok) throw new Refused(answer.status, json.code ?? "", json.detail ?? json.title ?? answer.statusText);
  return json;
}
