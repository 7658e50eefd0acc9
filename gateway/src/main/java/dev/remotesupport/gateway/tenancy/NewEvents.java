package dev.remotesupport.gateway.tenancy;

import dev.remotesupport.contracts.event.Event;
import dev.remotesupport.platform.outbox.Outbox.OutboxRow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The events of one transaction: kept in its outbox when the work has succeeded, gone when it has not. */
public final class NewEvents {

    private static final String INSERT = """
            INSERT INTO outbox (bucket, topic, event_key, event_version, type, organisation_id, payload)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """;

    private final List<Event> events = new ArrayList<>();

    NewEvents() {}

    public void add(Event event) {
        events.add(event);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    Uni<Void> store(Mutiny.Session session) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> insert(session, OutboxRow.of(event)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> insert(Mutiny.Session session, OutboxRow row) {
        return session.createNativeQuery(INSERT)
                .setParameter(1, row.bucket())
                .setParameter(2, row.topic())
                .setParameter(3, row.key())
                .setParameter(4, row.version())
                .setParameter(5, row.type())
                .setParameter(6, row.organisation())
                .setParameter(7, row.payload())
                .executeUpdate();
    }
}
