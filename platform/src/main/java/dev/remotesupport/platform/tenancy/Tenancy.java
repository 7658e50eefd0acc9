package dev.remotesupport.platform.tenancy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The only door to the database. Every transaction says on whose behalf it runs, and row-level security does the rest: a
 * forgotten {@code WHERE organisation_id} finds nothing instead of somebody else's rows.
 */
@ApplicationScoped
public class Tenancy {

    private final Transactions transactions;
    private final String asSystem;

    @Inject
    public Tenancy(Transactions transactions, @ConfigProperty(name = "remote-support.service") String service) {
        if (!service.matches("[a-z][a-z_]{1,40}")) {
            throw new IllegalArgumentException(
                    "remote-support.service must be a short lower-case name, not: " + service);
        }
        this.transactions = transactions;
        this.asSystem = "SET LOCAL ROLE " + service + "_system";
    }

    /**
     * Runs {@code work} in one transaction that sees the rows of one organisation only. Commits when the work succeeds, rolls
     * back when it fails; the settings end with the transaction, so a pooled connection carries nothing over.
     */
    public <T> Uni<T> inTransaction(UUID organisation, Function<SqlConnection, Uni<T>> work) {
        return transactions.run(connection -> setOrganisation(connection, organisation), work);
    }

    /**
     * Runs {@code work} in one transaction without an organisation, under the service's named system role, which sees only
     * the tables granted to it. For log-in, relays and timers.
     */
    public <T> Uni<T> asSystem(Function<SqlConnection, Uni<T>> work) {
        return transactions.run(
                connection -> connection.query(asSystem).execute().replaceWithVoid(), work);
    }

    /**
     * Starts {@code work} once the transaction that runs on this connection has committed, and never when it rolls back. It
     * must neither wait nor fail; what it starts runs on its own.
     */
    public void afterCommit(SqlConnection connection, Runnable work) {
        transactions.afterCommit(connection, work);
    }

    private static Uni<Void> setOrganisation(SqlConnection connection, UUID organisation) {
        return connection
                .preparedQuery("SELECT set_config('app.organisation', $1, true)")
                .execute(Tuple.of(organisation.toString()))
                .replaceWithVoid();
    }
}
