package dev.remotesupport.signaling.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.signaling.SessionServiceStandIn;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class UnfinishedTransactionTest {

    @Inject
    Tenancy tenancy;

    @Inject
    LeaseStore leases;

    private final UUID organisation = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    /** A replica that stops in mid-transaction, paused or cut off, must not keep the room from the others. */
    @Test
    void locksOfAnUnfinishedTransactionAreFreed() {
        var first = (Claim.Taken) leases.take(organisation, session).await().atMost(Duration.ofSeconds(10));
        leases.giveBack(first.lease()).await().atMost(Duration.ofSeconds(10));
        var locked = new CompletableFuture<Void>();
        var stopped = tenancy.inTransaction(
                        organisation,
                        connection -> connection
                                .preparedQuery("UPDATE room SET version = version + 1 WHERE session_id = $1")
                                .execute(Tuple.of(session))
                                .invoke(() -> locked.complete(null))
                                .chain(() -> Uni.createFrom().nothing()))
                .subscribe()
                .with(nothing -> {}, failure -> {});
        locked.join();

        Claim next = leases.take(organisation, session).await().atMost(Duration.ofSeconds(20));

        assertThat(next).isInstanceOf(Claim.Taken.class);
        stopped.cancel();
    }
}
