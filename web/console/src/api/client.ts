import { Access } from "./access";
import { problemOf, unreachable } from "./problem";

type Query = Record<string, string | number | boolean | undefined | null>;

interface Call {
  query?: Query;
  body?: unknown;
  signal?: AbortSignal;
  /** For the few routes that need no account. */
  open?: boolean;
  /** What is wanted in return, when it is not JSON. */
  accept?: string;
}

/** The one door to the REST routes. */
export class ApiClient {
  constructor(readonly access: Access) {}

  get = <T>(path: string, call: Call = {}): Promise<T> => this.#call<T>("GET", path, call);
  post = <T>(path: string, body?: unknown, call: Call = {}): Promise<T> =>
    this.#call<T>("POST", path, { ...call, body: body ?? {} });
  put = <T>(path: string, body: unknown): Promise<T> => this.#call<T>("PUT", path, { body });
  patch = <T>(path: string, body: unknown): Promise<T> => this.#call<T>("PATCH", path, { body });
  delete = (path: string): Promise<undefined> => this.#call<undefined>("DELETE", path, {});

  /** What is not JSON, such as a picture. */
  blob = async (path: string, signal?: AbortSignal): Promise<Blob> => {
    const response = await this.#send("GET", path, { signal, accept: "*/*" });
    if (!response.ok) throw await problemOf(response);
    return response.blob();
  };

  async #call<T>(method: string, path: string, call: Call): Promise<T> {
    const url = path + queryString(call.query);
    return read<T>(call.open ? await send(method, url, call) : await this.#send(method, url, call));
  }

  async #send(method: string, url: string, call: Call): Promise<Response> {
    const { token } = await this.access.token();
    let response = await send(method, url, call, token);
    if (response.status === 401) {
      const newer = await this.access.refresh(token);
      response = await send(method, url, call, newer.token);
    }
    return response;
  }
}

async function send(method: string, url: string, call: Call, token?: string): Promise<Response> {
  const headers: Record<string, string> = { Accept: call.accept ?? "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (call.body !== undefined) headers["Content-Type"] = "application/json";
  try {
    return await fetch(url, {
      method,
      headers,
      body: call.body === undefined ? undefined : JSON.stringify(call.body),
      signal: call.signal,
      credentials: "omit",
    });
  } catch (error) {
    if (call.signal?.aborted) throw error;
    throw unreachable();
  }
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

function queryString(query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
}

export const access = new Access();
export const api = new ApiClient(access);
