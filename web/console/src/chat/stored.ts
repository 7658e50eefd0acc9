import type { ChatMessage } from "@remote-support/protocol";
import type { Author } from "./conversation";
import type { Pending } from "./timeline";
import type { Attachment } from "./upload";

/** What only the server decides about a message. */
type Place = Pick<ChatMessage, "id" | "sequence" | "at">;

/** An own message as it is once the server has accepted it; the server's own copy follows and may be masked. */
export function asStored(own: Pending, conversationId: string, author: Author, place: Place): ChatMessage {
  const attachment = own.upload?.stored;
  return {
    ...place,
    conversationId,
    sender: { kind: "staff", id: author.id, name: author.name, seat: "technician" },
    type: attachment ? typeOf(attachment) : "text",
    text: own.text,
    clientMessageId: own.clientMessageId,
    ...(own.internal && { internal: true }),
    ...(attachment && { attachment }),
  };
}

/** What the server can show as a picture is sent as one. */
export function typeOf({ preview }: Attachment): "image" | "file" {
  return preview ? "image" : "file";
}
