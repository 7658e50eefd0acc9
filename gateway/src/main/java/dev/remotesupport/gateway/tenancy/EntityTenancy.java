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

    /** Until the end of the transaction; {@code role} is a setting too, and the same as {@code SET LOCAL ROLE}. */
    private static final String SET = "SELECT set_config(?1, ?2, true)";

    private final Outbox outbox;
    private final String systemRole;

    @Inject
    EntityTenancy(Outbox outbox, @ConfigProperty(name = "remote-support.service") String service) {
        this.outbox = outbox;
        this.systemRole = service + "_system";
    }

    /** Runs {@code work} in one transaction that sees one organisation's rows, and keeps the events it adds. */
    public <T> Uni<T> inOrganisation(UUID organisation, Function<NewEvents, Uni<T>> work) {
        return transaction("app.organisation", organisation.toString(), work);
    }

    public <T> Uni<T> inOrganisation(UUID organisation, Supplier<Uni<T>> work) {
        return inOrganisation(organisation, events -> work.get());
    }

    /** Runs {@code work} in one transaction without an organisation: log-in, look-ups by key, the operator, timers. */
    public <T> Uni<T> asSystem(Function<NewEvents, Uni<T>> work) {
        return transaction("role", systemRole, work);
    }

    public <T> Uni<T> asSystem(Supplier<Uni<T>> work) {
        return asSystem(events -> work.get());
    }

    /** Goes on to its end when the caller hangs up meanwhile: half of a transaction helps nobody. */
    private <T> Uni<T> transaction(String setting, String value, Function<NewEvents, Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            var unused = run(setting, value, work).subscribe().with(emitter::complete, emitter::fail);
        });
    }

    private <T> Uni<T> run(String setting, String value, Function<NewEvents, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var events = new NewEvents();
            return Panache.withTransaction(() -> Panache.getSession()
                            .chain(session -> set(session, setting, value)
                                    .chain(() -> work.apply(events))
                                    .call(session::flush)
                                    .call(() -> events.store(session))))
                    .invoke(() -> wakeRelay(events));
        });
    }

    private static Uni<String> set(Mutiny.Session session, String setting, String value) {
        return session.createNativeQuery(SET, String.class)
                .setParameter(1, setting)
                .setParameter(2, value)
                .getSingleResult();
    }

    private void wakeRelay(NewEvents events) {
        if (!events.isEmpty()) {
            outbox.wake();
        }
    }
}
