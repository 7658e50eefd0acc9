import { here, type Memory, Refused, type Visitor } from "../host";

interface Known extends Visitor {
  /** When the access token ends, by this browser's clock. */
  until: number;
  /** The site's identify token that it was made with. */
  as?: string | undefined;
}

export interface Api {
  visitor(): Promise<Visitor>;
  identify(token: string): void;
  request<T>(path: string, body?: unknown): Promise<T>;
}

/** Calls to the gateway as the visitor of this browser, whose key it keeps. */
export function api(origin: string, siteKey: string, local: Memory): Api {
  let identity: string | undefined;
  let asking: Promise<Known> | undefined;

  async function call<T>(path: string, body?: unknown, token?: string): Promise<T> {
    const answer = await fetch(`${origin}/api/${path}`, {
      method: body ? "POST" : "GET",
      headers: {
        ...(body ? { "Content-Type": "application/json" } : {}),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: body ? JSON.stringify(body) : null,
      credentials: "omit",
    });
    const json = (await answer.json().catch(() => ({}))) as T & { code?: string; detail?: string; title?: string };
    if (!answer.ok) throw new Refused(answer.status, json.code ?? "", json.detail ?? json.title ?? answer.statusText);
    return json;
  }

  /** One question at a time, however many ask. */
  async function ask(): Promise<Known> {
    const before = local.get<Known>("visitor");
    const page = here();
    const as = identity;
    const question = (identify?: string, visitorKey?: string) =>
      call<Visitor>("visitors", { siteKey, visitorKey, identify, page });
    const known = await question(alive(as) ? as : undefined, before?.visitorKey).catch((problem: unknown) => {
      // A key that the gateway no longer knows, or a site's token that is not good: begin anew as a visitor.
      if (!(problem instanceof Refused) || ![400, 401, 404].includes(problem.status) || !(as ?? before)) throw problem;
      console.warn("Remote Support:", problem.message);
      return question();
    });
    const kept = { ...known, until: Date.now() + (known.expiresIn - 20) * 1000, as };
    local.set("visitor", kept);
    return kept;
  }

  function visitor(): Promise<Known> {
    const known = local.get<Known>("visitor");
    if (known && known.until > Date.now() && (!identity || known.as === identity)) return Promise.resolve(known);
    asking ??= ask().finally(() => (asking = undefined));
    return asking;
  }

  return {
    visitor,
    identify(token) {
      identity = token;
    },
    async request(path, body) {
      const known = await visitor();
      try {
        return await call(path, body, known.accessToken);
      } catch (problem) {
        if (!(problem instanceof Refused) || problem.status !== 401) throw problem;
        local.set("visitor", { ...known, until: 0 });
        return call(path, body, (await visitor()).accessToken);
      }
    },
  };
}

/** An identify token that ended is worth nothing; the visitor's key still is. */
function alive(token: string | undefined): boolean {
  try {
    const claims = JSON.parse(atob(((token ?? "").split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/"))) as {
      exp: number;
    };
    return claims.exp * 1000 > Date.now();
  } catch {
    return !!token;
  }
}
