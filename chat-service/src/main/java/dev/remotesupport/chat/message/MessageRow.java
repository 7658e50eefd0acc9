package dev.remotesupport.chat.message;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.contracts.chat.MessageType;
import dev.remotesupport.contracts.chat.Sender;
import io.vertx.mutiny.sqlclient.Row;

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
                row.getString("client_message_id"));
    }
}
