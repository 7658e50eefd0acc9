import type { ChatFromClient } from "@remote-support/protocol";
import { Refused, type Host } from "@remote-support/sdk/host";
import type { ResilientSocket } from "@remote-support/socket";
import { type Conversation, type Pending, typeOf } from "./conversation";
import { excuse } from "../excuse";
import type { Upload } from "../rare/upload";
import { say } from "../words";

/** How long an answer to a message may take while connected. */
const PATIENCE = 10_000;

/** What the outbox has to know of the chat that it serves. */
export interface Way {
  readonly session: string | undefined;
  readonly connected: boolean;
  readonly socket: ResilientSocket<ChatFromClient> | undefined;
  readonly conversation: Conversation;
  changed(): void;
}

/** Brings messages and their files to the server; what a break swallowed goes again under its old name. */
export class Outbox {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly files = new Map<string, File>();
  private readonly uploads = new Map<string, Pick<Upload, "cancel">>();

  constructor(
    private readonly host: Host,
    private readonly way: Way,
  ) {}

  /** What was left when the page went away. A file is not kept over that: only a message whose file had arrived is. */
  static kept(host: Host): Pending[] {
    const pending = host.tab.get<Pending[]>("outbox") ?? [];
    for (const one of pending) if (one.file && !one.file.attachmentId) one.failed = say.fileGone;
    return pending;
  }

  keep(): void {
    const { pending } = this.way.conversation;
    this.host.tab.set("outbox", pending.length ? pending : undefined);
  }

  addFile(file: File): void {
    const { name, size, type } = file;
    const travelling = { name: name || "file", size, mediaType: type, progress: 0 };
    const { clientMessageId } = this.way.conversation.add(travelling.name, travelling);
    this.files.set(clientMessageId, file);
  }

  /** Whether trying again can help: a file of an earlier page is not there any more, and a refused one stays what it is. */
  canRetry({ clientMessageId, file }: Pending): boolean {
    return !file || !!file.attachmentId || this.files.has(clientMessageId);
  }

  discard(clientMessageId: string): void {
    this.settle(clientMessageId);
    this.uploads.get(clientMessageId)?.cancel();
    this.uploads.delete(clientMessageId);
    this.files.delete(clientMessageId);
    this.way.conversation.remove(clientMessageId);
  }

  /** Sends all that waits, in its order; a file holds up only its own message. */
  deliver(): void {
    for (const pending of this.way.conversation.pending) {
      if (pending.unanswered) this.way.conversation.retry(pending.clientMessageId);
      if (pending.failed !== undefined) continue;
      if (pending.file && !pending.file.attachmentId) void this.sendFile(pending);
      else this.send(pending);
    }
  }

  settle(clientMessageId: string): void {
    clearTimeout(this.waiting.get(clientMessageId));
    this.waiting.delete(clientMessageId);
  }

  /** The connection is over: nothing is waited for any more. */
  rest(): void {
    for (const id of [...this.waiting.keys()]) this.settle(id);
  }

  private send({ clientMessageId, text, file }: Pending): void {
    const sent = this.way.socket?.send({
      type: "chat.send",
      clientMessageId,
      text,
      ...(file?.attachmentId && { messageType: typeOf(file), attachmentId: file.attachmentId }),
    });
    if (!sent) return;
    this.files.delete(clientMessageId);
    this.settle(clientMessageId);
    const late = () => {
      if (!this.way.connected) return;
      this.way.conversation.fail(clientMessageId, say.noAnswer, true);
      this.way.changed();
    };
    this.waiting.set(clientMessageId, setTimeout(late, PATIENCE));
  }

  private async sendFile(pending: Pending): Promise<void> {
    const { clientMessageId, file: travelling } = pending;
    const file = this.files.get(clientMessageId);
    const { session } = this.way;
    if (!session || !travelling || this.uploads.has(clientMessageId)) return;
    if (!file) return this.fail(clientMessageId, say.fileGone);
    this.uploads.set(clientMessageId, { cancel: () => undefined });
    try {
      const { upload } = await this.host.load("rare");
      // Taken out while the script came.
      if (!this.uploads.has(clientMessageId)) return;
      const uploading = upload(session, file, (part) => {
        travelling.progress = part;
        this.way.changed();
      });
      this.uploads.set(clientMessageId, uploading);
      const { id, name, mediaType, size, preview } = await uploading.done;
      Object.assign(travelling, { attachmentId: id, name, mediaType, size, preview, progress: 1 });
    } catch (problem) {
      if (isForGood(problem)) this.files.delete(clientMessageId);
      // Cancelled is no failure: the message is gone.
      return this.fail(clientMessageId, excuse(problem));
    } finally {
      this.uploads.delete(clientMessageId);
    }
    this.send(pending);
    this.way.changed();
  }

  private fail(clientMessageId: string, why: string): void {
    this.way.conversation.fail(clientMessageId, why);
    this.way.changed();
  }
}

/** Too large, empty, of a kind that is not accepted, or not what its name says. */
function isForGood(problem: unknown): boolean {
  return problem instanceof Refused && [400, 413, 415, 422].includes(problem.status);
}
