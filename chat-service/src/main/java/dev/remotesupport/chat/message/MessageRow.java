package dev.remotesupport.chat.message;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.Attachment;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.contracts.chat.MessageType;
import dev.remotesupport.contracts.chat.Sender;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;

/** Reads a row of the table {@code message}. */
final class MessageRow {

    private MessageRow() {}

    static ChatMessage read(Row row) {
        return new ChatMessage(
                row.getUUID("id"),
                row.getUUID("conversation_id"),
                row.getLong("sequence"),
                new Sender(
                        CallerKind.of(row.getString("sender_kind")),
                        row.getString("sender_id"),
                        row.getString("sender_name"),
                        Seat.of(row.getString("sender_seat"))),
                MessageType.of(row.getString("type")),
                row.getString("text"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("client_message_id"),
                attachment(row.getJsonObject("attachment")),
                orAbsent(row.getBoolean("internal")),
                orAbsent(row.getBoolean("masked")));
    }

    /** As the column {@code attachment} keeps it; null where there is none. */
    static JsonObject json(Attachment attachment) {
        return attachment == null
                ? null
                : new JsonObject()
                        .put("id", attachment.id().toString())
                        .put("name", attachment.name())
                        .put("mediaType", attachment.mediaType())
                        .put("size", attachment.size())
                        .put("preview", attachment.preview());
    }

    private static Attachment attachment(JsonObject kept) {
        return kept == null
                ? null
                : new Attachment(
                        UUID.fromString(kept.getString("id")),
                        kept.getString("name"),
                        kept.getString("mediaType"),
                        kept.getLong("size"),
                        kept.getBoolean("preview"));
    }

    private static Boolean orAbsent(Boolean flag) {
        return flag ? Boolean.TRUE : null;
    }
}
