package dev.remotesupport.chat.message;

import dev.remotesupport.chat.masking.Masker;
import dev.remotesupport.chat.masking.Masking;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.contracts.event.MessagePosted;
import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Stores messages. A batch costs one transaction and three round trips in it: lock the conversations and look for repeats,
 * then write messages, sequences and events at once, then commit. One more where earlier messages turn out to be part of a secret.
 */
@ApplicationScoped
class MessageStore {

    /**
     * In the order of ids, so that two replicas with the same conversations never wait for each other in a circle. Passes those
     * who write other rows of the conversation, whose foreign keys only need its key to stay.
     */
    private static final String LOCK = """
            SELECT id, last_sequence, version, state, clock_timestamp() AS now
            FROM conversation WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE
            """;

    private static final String REPEATED = """
            SELECT m.* FROM unnest($1::uuid[], $2::text[], $3::text[]) AS sent (conversation_id, sender_id, client_message_id)
            JOIN message m USING (conversation_id, sender_id, client_message_id)
            """;

    private static final String WRITE = """
            WITH posted AS (
                INSERT INTO message (organisation_id, conversation_id, sequence, id, client_message_id, sender_kind, sender_id,
                    sender_name, sender_seat, type, text, created_at, internal, masked, attachment)
                SELECT $1, * FROM unnest($2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::text[], $10::text[], $11::text[], $12::timestamptz[], $14::boolean[], $15::boolean[], $16::jsonb[])),
            newest AS (
                SELECT conversation_id, max(sequence) AS sequence, max(version) AS version
                FROM unnest($2::uuid[], $3::bigint[], $13::bigint[]) AS fresh (conversation_id, sequence, version)
                GROUP BY conversation_id)
            UPDATE conversation SET last_sequence = newest.sequence, version = newest.version
            FROM newest WHERE id = newest.conversation_id AND id = ANY ($2)
            """;

    private final Tenancy tenancy;
    private final Outbox outbox;
    private final Masking masking;
    private final EarlierMessages earlier;

    MessageStore(Tenancy tenancy, Outbox outbox, Masking masking, EarlierMessages earlier) {
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.masking = masking;
        this.earlier = earlier;
    }

    /** Stores what can be stored, all or nothing of it. */
    Uni<Committed> store(UUID organisation, List<NewMessage> batch) {
        return masking.masker(organisation)
                .chain(masker -> tenancy.inTransaction(
                        organisation, connection -> store(connection, organisation, batch, masker)));
    }

    private Uni<Committed> store(SqlConnection connection, UUID organisation, List<NewMessage> batch, Masker masker) {
        return Uni.combine()
                .all()
                // Sent together: what follows the first statement is read from a snapshot of after that has its locks.
                .unis(lock(connection, batch), repeated(connection, batch), earlier.recent(connection, batch))
                .asTuple()
                .chain(found -> {
                    var plan = BatchPlan.of(batch, found.getItem1(), found.getItem2());
                    var recent = found.getItem3();
                    if (plan.fresh().isEmpty()) {
                        return Uni.createFrom().item(new Committed(plan.outcomes(), Map.of()));
                    }
                    var texts = SplitParts.mask(masker, recent, plan.messages());
                    plan.mask(texts);
                    var stored = new HashMap<>(texts);
                    stored.keySet()
                            .retainAll(
                                    recent.stream().map(SplitParts.Said::place).toList());
                    return write(connection, organisation, plan)
                            .chain(() -> earlier.rewrite(connection, organisation, stored))
                            .replaceWith(() -> new Committed(plan.outcomes(), firstOfEach(stored.keySet())));
                });
    }

    private static Map<UUID, Long> firstOfEach(Collection<Place> places) {
        var first = new HashMap<UUID, Long>();
        places.forEach(place -> first.merge(place.conversation(), place.sequence(), Math::min));
        return first;
    }

    private static Uni<Map<UUID, BatchPlan.Locked>> lock(SqlConnection connection, List<NewMessage> batch) {
        var ids = batch.stream().map(NewMessage::conversation).distinct().toArray(UUID[]::new);
        return connection.preparedQuery(LOCK).execute(Tuple.of(ids)).map(rows -> {
            var locked = new HashMap<UUID, BatchPlan.Locked>();
            rows.forEach(row -> locked.put(
                    row.getUUID("id"),
                    new BatchPlan.Locked(
                            row.getLong("last_sequence"),
                            row.getLong("version"),
                            row.getString("state").equals("ended"),
                            row.getOffsetDateTime("now").toInstant())));
            return locked;
        });
    }

    private static Uni<Map<NewMessage.SentOnce, ChatMessage>> repeated(
            SqlConnection connection, List<NewMessage> batch) {
        var named = batch.stream()
                .filter(message -> message.clientMessageId() != null)
                .toList();
        if (named.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var sent = Tuple.of(
                array(named, NewMessage::conversation, UUID[]::new),
                array(named, message -> message.sender().id(), String[]::new),
                array(named, NewMessage::clientMessageId, String[]::new));
        return connection.preparedQuery(REPEATED).execute(sent).map(rows -> {
            var known = new HashMap<NewMessage.SentOnce, ChatMessage>();
            rows.forEach(row -> {
                var message = MessageRow.read(row);
                known.put(
                        new NewMessage.SentOnce(
                                message.conversationId(), message.sender().id(), message.clientMessageId()),
                        message);
            });
            return known;
        });
    }

    private Uni<Void> write(SqlConnection connection, UUID organisation, BatchPlan plan) {
        var fresh = plan.fresh();
        var messages = plan.messages();
        var columns = Tuple.from(new Object[] {
            organisation,
            array(messages, ChatMessage::conversationId, UUID[]::new),
            array(messages, ChatMessage::sequence, Long[]::new),
            array(messages, ChatMessage::id, UUID[]::new),
            array(messages, ChatMessage::clientMessageId, String[]::new),
            array(messages, message -> message.sender().kind().wire(), String[]::new),
            array(messages, message -> message.sender().id(), String[]::new),
            array(messages, message -> message.sender().name(), String[]::new),
            array(messages, message -> message.sender().seat().wire(), String[]::new),
            array(messages, message -> message.type().wire(), String[]::new),
            array(messages, ChatMessage::text, String[]::new),
            array(messages, message -> OffsetDateTime.ofInstant(message.at(), ZoneOffset.UTC), OffsetDateTime[]::new),
            array(fresh, BatchPlan.Numbered::version, Long[]::new),
            array(messages, ChatMessage::forStaffAlone, Boolean[]::new),
            array(messages, message -> Boolean.TRUE.equals(message.masked()), Boolean[]::new),
            array(messages, message -> MessageRow.json(message.attachment()), Object[]::new)
        });
        var events = fresh.stream().map(one -> posted(organisation, one)).toList();
        return Uni.combine()
                .all()
                // Sent together, one after the other in the database.
                .unis(connection.preparedQuery(WRITE).execute(columns), outbox.append(connection, events))
                .discardItems();
    }

    private static MessagePosted posted(UUID organisation, BatchPlan.Numbered fresh) {
        var message = fresh.message();
        return new MessagePosted(
                organisation,
                message.conversationId(),
                fresh.version(),
                message.at(),
                message.id(),
                message.sequence(),
                message.sender().kind(),
                message.sender().seat(),
                message.internal());
    }

    private static <S, T> T[] array(List<S> items, Function<S, T> column, java.util.function.IntFunction<T[]> make) {
        return items.stream().map(column).toArray(make);
    }
}
