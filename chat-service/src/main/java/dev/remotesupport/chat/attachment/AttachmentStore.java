package dev.remotesupport.chat.attachment;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Attachments as the database keeps them. */
@ApplicationScoped
class AttachmentStore {

    private static final String INSERT = """
            INSERT INTO attachment (id, organisation_id, conversation_id, sender_id, name, media_type, size, content_key,
                preview_key, preview_type)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;

    private static final String NOT_SENT =
            "SELECT count(*) AS count FROM attachment WHERE conversation_id = $1 AND sender_id = $2 AND NOT sent";

    /** Sent again, a message claims it again; what went out as a note stays one. */
    private static final String CLAIM = """
            UPDATE attachment SET sent = true, internal = $4
            WHERE id = $1 AND conversation_id = $2 AND sender_id = $3 AND (NOT sent OR internal = $4)
            RETURNING *
            """;

    private static final String RELEASE = """
            UPDATE attachment SET sent = false WHERE id = $1 AND NOT EXISTS (
                SELECT FROM message m WHERE m.conversation_id = attachment.conversation_id
                    AND m.attachment ->> 'id' = attachment.id::text)
            """;

    /** What was sent, for whom it was meant; what was not, for who uploaded it. */
    private static final String FIND = """
            SELECT * FROM attachment
            WHERE id = $1 AND conversation_id = $2 AND (sent OR sender_id = $3) AND ($4 OR NOT internal)
            """;

    private final Tenancy tenancy;

    AttachmentStore(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    Uni<Void> add(UUID organisation, StoredFile file) {
        var values = Tuple.from(new Object[] {
            file.id(),
            organisation,
            file.conversation(),
            file.sender(),
            file.name(),
            file.mediaType(),
            file.size(),
            file.content(),
            file.preview().map(StoredFile.Picture::content).orElse(null),
            file.preview().map(StoredFile.Picture::mediaType).orElse(null)
        });
        return tenancy.inTransaction(
                organisation,
                connection -> connection.preparedQuery(INSERT).execute(values).replaceWithVoid());
    }

    Uni<Integer> countNotSent(UUID conversation, Caller sender) {
        return tenancy.inTransaction(
                sender.organisationId(),
                connection -> connection
                        .preparedQuery(NOT_SENT)
                        .execute(Tuple.of(conversation, sender.id()))
                        .map(rows -> rows.iterator().next().getInteger("count")));
    }

    Uni<Optional<StoredFile>> claim(UUID id, UUID conversation, Caller sender, boolean internal) {
        return tenancy.inTransaction(
                sender.organisationId(),
                connection -> connection
                        .preparedQuery(CLAIM)
                        .execute(Tuple.of(id, conversation, sender.id(), internal))
                        .map(AttachmentStore::first));
    }

    Uni<Void> release(UUID organisation, UUID id) {
        return tenancy.inTransaction(
                organisation,
                connection ->
                        connection.preparedQuery(RELEASE).execute(Tuple.of(id)).replaceWithVoid());
    }

    Uni<Optional<StoredFile>> find(UUID id, UUID conversation, Caller reader) {
        return tenancy.inTransaction(
                reader.organisationId(),
                connection -> connection
                        .preparedQuery(FIND)
                        .execute(Tuple.of(id, conversation, reader.id(), reader.kind() == CallerKind.STAFF))
                        .map(AttachmentStore::first));
    }

    private static Optional<StoredFile> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(read(iterator.next())) : Optional.empty();
    }

    static StoredFile read(Row row) {
        return new StoredFile(
                row.getUUID("id"),
                row.getUUID("conversation_id"),
                row.getString("sender_id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("content_key"),
                Optional.ofNullable(row.getString("preview_key"))
                        .map(key -> new StoredFile.Picture(key, row.getString("preview_type"))));
    }
}
