package dev.remotesupport.signaling.grant;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Grant;
import dev.remotesupport.signaling.lease.Lease;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.session.Sessions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Makes a revocation last that has already taken effect in the room: stores it here, tells session-service. Postgres being
 * away keeps the customer waiting for the acknowledgement only shortly; the storing goes on in the background.
 */
final class Revoking {

    private static final Logger LOG = Logger.getLogger(Revoking.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);
    private static final Duration GIVE_UP = Duration.ofMinutes(10);

    private final Lease lease;
    private final Withdrawals withdrawals;
    private final Sessions sessions;

    Revoking(Lease lease, Withdrawals withdrawals, Sessions sessions) {
        this.lease = lease;
        this.withdrawals = withdrawals;
        this.sessions = sessions;
    }

    /** Never fails; done when it may be acknowledged. */
    Uni<Void> revoke(Member by, String authorization, Set<Capability> capabilities, Map<Capability, Grant> taken) {
        Uni<Void> stored = store(by, capabilities, taken).memoize().indefinitely();
        stored.subscribe()
                .with(
                        done -> {},
                        failure -> LOG.errorf(
                                "revocation not stored sessionId=%s capabilities=%s failure=%s",
                                lease.session(), capabilities, failure));
        return stored.ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(() -> null)
                .onFailure()
                .recoverWithNull()
                // Told at once; whether it arrives or not, the event and the row above hold.
                .invoke(() ->
                        capabilities.forEach(capability -> sessions.revoke(lease.session(), authorization, capability)
                                .subscribe()
                                .with(done -> {})));
    }

    private Uni<Void> store(Member by, Set<Capability> capabilities, Map<Capability, Grant> taken) {
        return Multi.createFrom()
                .iterable(capabilities)
                .onItem()
                .transformToUniAndConcatenate(capability -> withdrawals
                        .store(lease, capability, Optional.ofNullable(taken.get(capability)), by.seat(), by.id())
                        .onFailure()
                        .retry()
                        .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                        .expireIn(GIVE_UP.toMillis()))
                .collect()
                .last();
    }
}
