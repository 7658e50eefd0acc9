/** Whether a STUN or TURN server helps this browser; busy: it answers, but has no relay free. */
export type ServerWord = "answers" | "refused" | "busy" | "unreachable" | "unusable";

export interface ServerAnswer {
  url: string;
  word: ServerWord;
  /** How long the answer took; only of one that answers. */
  milliseconds?: number;
}

/** So long a server may take: whoever asks has a word within five seconds. */
const ANSWER_TIME = 4_500;

/** Allocation quota reached, and insufficient capacity. */
const BUSY = [486, 508];

/** The browser's own word for a server that it gets no answer from; all others below 700 come from the server. */
const NO_ANSWER = 701;

/** What an error while candidates are gathered says of the server; nothing where another way may do. */
export function wordOf(code: number): "refused" | "busy" | undefined {
  if (BUSY.includes(code)) return "busy";
  return code >= 400 && code < 700 ? "refused" : undefined;
}

/** Asks each address of these servers whether it answers, all at once and within five seconds. Never fails. */
export function probeServers(servers: readonly RTCIceServer[]): Promise<ServerAnswer[]> {
  return Promise.all(
    servers.flatMap(({ urls, ...credentials }) =>
      [urls].flat().map((url) => probe(url, { urls: [url], ...credentials })),
    ),
  );
}

/** A relay must give us an address; a STUN server must tell us ours, unless it is one that we know already. */
async function probe(url: string, server: RTCIceServer): Promise<ServerAnswer> {
  const relays = /^turns?:/i.test(url);
  const began = performance.now();
  let connection: RTCPeerConnection;
  try {
    connection = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: relays ? "relay" : "all" });
  } catch {
    return { url, word: "unusable" };
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const word = await new Promise<ServerWord>((resolve) => {
      let own = false;
      let silent = false;
      timer = setTimeout(() => resolve("unreachable"), ANSWER_TIME);
      connection.onicecandidateerror = ({ errorCode }) => {
        silent ||= errorCode === NO_ANSWER;
        const refusal = wordOf(errorCode);
        if (refusal) resolve(refusal);
      };
      connection.onicecandidate = ({ candidate }) => {
        if (candidate?.candidate) {
          own = true;
          if (candidate.type === (relays ? "relay" : "srflx")) resolve("answers");
        } else if (!candidate) {
          resolve(!relays && own && !silent ? "answers" : "unreachable");
        }
      };
      // Something to connect: without it no way is looked for.
      connection.createDataChannel("probe");
      connection.setLocalDescription().catch(() => resolve("unusable"));
    });
    return { url, word, ...(word === "answers" && { milliseconds: Math.round(performance.now() - began) }) };
  } finally {
    clearTimeout(timer);
    connection.close();
  }
}
