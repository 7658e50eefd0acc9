/** One field the server did not accept. */
export interface Violation {
  field: string;
  message: string;
}

interface ProblemBody {
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  id?: string;
  violations?: Violation[];
}

/** Every way a call can fail, in words that can be shown. */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    /** The id that is also in the server's log. */
    readonly id?: string,
    readonly violations: readonly Violation[] = [],
    /** How long the server asks to wait, in milliseconds. */
    readonly retryAfter?: number,
  ) {
    super(detail || title);
  }

  get unreachable(): boolean {
    return this.status === 0;
  }
}

const WORDS: Record<number, readonly [string, string]> = {
  400: ["That was not understood", "Check what you entered and try again."],
  401: ["You are signed out", "Sign in again to go on."],
  403: ["Not allowed", "Your role does not permit this. Ask an administrator of your organisation."],
  404: ["Not found", "It may have been removed, or the address is wrong."],
  409: ["Someone was faster", "This changed in the meantime. Look again, then decide."],
  413: ["Too large", "Shorten it and try again."],
  429: ["Too many attempts", "Wait a moment, then try again."],
  503: ["The service is restarting", "Nothing was lost. Try again in a few seconds."],
};

export async function problemOf(response: Response): Promise<Problem> {
  const body = await problemBody(response);
  const [title, detail] = WORDS[response.status] ?? [
    "Something went wrong",
    "Try again. If it stays, tell your administrator the reference below.",
  ];
  return new Problem(
    response.status,
    body.code ?? `http-${response.status}`,
    body.title ?? title,
    body.detail ?? detail,
    body.id,
    body.violations ?? [],
    retryAfter(response.headers.get("Retry-After")),
  );
}

export function unreachable(): Problem {
  return new Problem(
    0,
    "unreachable",
    "The server cannot be reached",
    "Check your connection. This page tries again by itself.",
  );
}

/** Anything thrown, as a problem that can be shown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new Problem(-1, "console", "Something went wrong in this page", detail);
}

async function problemBody(response: Response): Promise<ProblemBody> {
  if (!(response.headers.get("Content-Type") ?? "").includes("json")) return {};
  try {
    return (await response.json()) as ProblemBody;
  } catch {
    return {};
  }
}

function retryAfter(header: string | null): number | undefined {
  const seconds = Number(header);
  return header && Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
