package dev.remotesupport.gateway.tenancy;

import dev.remotesupport.platform.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The platform's {@code Tenancy} for entities: the same settings, so row-level security sees no difference. One transaction
 * at a time per request; a transaction inside another would run under the outer one's settings.
 */
@ApplicationScoped
public class EntityTenancy {

    private static final String IN_ORGANISATION = "SELECT set_config('app.organisation', ?1, true)";

    private final Outbox outbox;
    private final String asSystem;

    @Inject
    EntityTenancy(Outbox outbox, @ConfigProperty(name = "remote-support.service") String service) {
        this.outbox = outbox;
        this.asSystem = "SET LOCAL ROLE " + service + "_system";
    }

    /** Runs {@code work} in one transaction that sees one organisation's rows, and keeps the events it adds. */
    public <T> Uni<T> inOrganisation(UUID organisation, Function<NewEvents, Uni<T>> work) {
        return transaction(
                session -> session.createNativeQuery(IN_ORGANISATION, String.class)
                        .setParameter(1, organisation.toString())
                        .getSingleResult()
                        .replaceWithVoid(),
                work);
    }

    public <T> Uni<T> inOrganisation(UUID organisation, Supplier<Uni<T>> work) {
        return inOrganisation(organisation, events -> work.get());
    }

    /** Runs {@code work} in one transaction without an organisation: log-in, look-ups by key, the operator, timers. */
    public <T> Uni<T> asSystem(Function<NewEvents, Uni<T>> work) {
        return transaction(
                session -> session.createNativeQuery(asSystem).executeUpdate().replaceWithVoid(), work);
    }

    public <T> Uni<T> asSystem(Supplier<Uni<T>> work) {
        return asSystem(events -> work.get());
    }

    private <T> Uni<T> transaction(Function<Mutiny.Session, Uni<Void>> enter, Function<NewEvents, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var events = new NewEvents();
            return Panache.withTransaction(() -> Panache.getSession()
                            .chain(session -> enter.apply(session)
                                    .chain(() -> work.apply(events))
                                    .call(session::flush)
                                    .call(() -> events.store(session))))
                    .invoke(() -> wakeRelay(events));
        });
    }

    private void wakeRelay(NewEvents events) {
        if (!events.isEmpty()) {
            outbox.wake();
        }
    }
}
