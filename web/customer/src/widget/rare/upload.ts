import type { Attachment } from "@remote-support/protocol";
import { Refused, type Host } from "@remote-support/sdk/host";

/** As the server has it, so that nobody waits for a refusal. */
export const LARGEST_FILE = 10_000_000;

export interface Upload {
  /** Rejects with {@link Refused} when the server does not take the file, with an AbortError when it was cancelled. */
  done: Promise<Attachment>;
  cancel(): void;
}

/** Sends a file ahead of its message. Not by fetch, which cannot tell how far it has come. */
export function upload(host: Host, session: string, file: File, progressed: (part: number) => void): Upload {
  const request = new XMLHttpRequest();
  let cancelled = false;
  const done = new Promise<Attachment>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => progressed(total ? loaded / total : 0);
    request.onabort = () => reject(new DOMException("cancelled", "AbortError"));
    request.onerror = () => reject(new TypeError("the network failed"));
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300) resolve(answer as unknown as Attachment);
      else reject(new Refused(request.status, answer.code ?? codeOf(request.status), answer.detail ?? ""));
    };
    host.visitor().then(({ accessToken }) => {
      if (cancelled) return reject(new DOMException("cancelled", "AbortError"));
      const name = encodeURIComponent(file.name.slice(-200));
      request.open("POST", `${host.origin}/api/support/chat/${session}/attachments?name=${name}`);
      request.setRequestHeader("Authorization", `Bearer ${accessToken}`);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.send(file);
    }, reject);
  });
  return {
    done,
    cancel() {
      cancelled = true;
      request.abort();
    },
  };
}

function parsed(text: string): { code?: string; detail?: string } {
  try {
    return JSON.parse(text) as { code?: string; detail?: string };
  } catch {
    return {};
  }
}

/** For answers of something between us and the gateway, which knows no codes. */
function codeOf(status: number): string {
  return status === 413 ? "too-large" : "";
}
