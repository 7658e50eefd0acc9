const MOST = 10;

/** The servers that whoever opened the page has written behind the `#`; nothing where it did not, or wrote nonsense. */
export function serversIn(hash: string): RTCIceServer[] | undefined {
  try {
    const said: unknown = JSON.parse(decodeURIComponent(/^#servers=(.+)$/.exec(hash)?.[1] ?? ""));
    return Array.isArray(said) && said.length <= MOST && said.every(isServer) ? said : undefined;
  } catch {
    return undefined;
  }
}

function isServer(one: unknown): one is RTCIceServer {
  const { urls, username = "", credential = "" } = (one ?? {}) as Record<string, unknown>;
  return (
    Array.isArray(urls) &&
    urls.length <= MOST &&
    urls.every((url) => typeof url === "string" && /^(stun|turn)s?:/.test(url)) &&
    typeof username === "string" &&
    typeof credential === "string"
  );
}
