import type { ChatMessage } from "@remote-support/protocol";
import { access } from "../api/client";
import { Problem, problemOf, unreachable } from "../api/problem";

export type Attachment = NonNullable<ChatMessage["attachment"]>;

/** What the server takes at most. */
export const LARGEST = 10 * 1024 * 1024;

export type Uploader = (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<Attachment>;

/** Sends files into one conversation. `fetch` tells nothing of the progress of a body, so this is the older way. */
export function uploaderTo(sessionId: string): Uploader {
  return async (file, onProgress, signal) => {
    if (file.size > LARGEST) {
      throw new Problem(413, "too-large", "Too large", "A file may have 10 MB at most.");
    }
    const { token } = await access.token();
    const path = `/api/support/chat/${sessionId}/attachments?name=${encodeURIComponent(shortName(file.name))}`;
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", path);
      request.setRequestHeader("Authorization", `Bearer ${token}`);
      request.setRequestHeader("Accept", "application/json");
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
      request.onerror = () => reject(unreachable());
      request.onabort = () => reject(new Problem(-1, "stopped", "Stopped", "The upload was stopped."));
      request.onload = () => {
        if (request.status === 201) resolve(JSON.parse(request.responseText) as Attachment);
        else problemOf(responseOf(request)).then(reject, reject);
      };
      signal.addEventListener("abort", () => request.abort());
      request.send(file);
    });
  };
}

function responseOf(request: XMLHttpRequest): Response {
  const type = request.getResponseHeader("Content-Type") ?? "";
  return new Response(request.responseText, { status: request.status, headers: { "Content-Type": type } });
}

/** Its end says what it is, so that is kept. */
function shortName(name: string): string {
  const characters = [...(name || "file")];
  return characters.length <= 200
    ? characters.join("")
    : [...characters.slice(0, 180), ...characters.slice(-20)].join("");
}
