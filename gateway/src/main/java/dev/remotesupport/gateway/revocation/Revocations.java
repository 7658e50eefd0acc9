package dev.remotesupport.gateway.revocation;

import static dev.remotesupport.gateway.GatewayProblem.ORGANISATION_SUSPENDED;
import static dev.remotesupport.gateway.GatewayProblem.SIGNED_OUT;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.gateway.account.Account;
import dev.remotesupport.gateway.organisation.Organisation;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Knows whose tokens are refused although they are not over: at once on the replica that has removed somebody, lowered a role or
 * changed a password, within a second on the others. While Postgres is away, what is known counts.
 */
@ApplicationScoped
public class Revocations {

    private static final Logger LOG = Logger.getLogger(Revocations.class);

    /** Clocks of replicas differ by less. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final EntityTenancy tenancy;
    private final Event<Revoked> changes;
    private final Duration kept;
    private volatile Revoked revoked = Revoked.NOBODY;

    Revocations(EntityTenancy tenancy, Event<Revoked> changes, GatewayConfig config) {
        this.tenancy = tenancy;
        this.changes = changes;
        this.kept = config.tokens().accessLife().plus(SLACK);
    }

    /**
     * @throws ProblemException 401 {@code signed-out} for whoever was removed or signed in with an older password, 401 {@code unauthenticated} for a token of a role that
     *     was higher, 403 {@code organisation-suspended}
     */
    public void refuse(Caller caller) {
        var now = revoked;
        if (now.isRemoved(caller)) {
            throw SIGNED_OUT.because("The account was removed.");
        }
        if (now.isOutdated(caller)) {
            throw SIGNED_OUT.because("The password was changed.");
        }
        if (now.isLowered(caller)) {
            throw new ProblemException(PlatformProblem.UNAUTHENTICATED, "The role has changed; fetch a new token.");
        }
        if (now.isSuspended(caller)) {
            throw ORGANISATION_SUSPENDED.because("Ask the operator of this installation.");
        }
    }

    public boolean isRevoked(Caller caller) {
        return revoked.contains(caller);
    }

    public Revoked known() {
        return revoked;
    }

    /** Looks now, for whoever has just changed something. Never fails: the next look comes in a second. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    public Uni<Void> look() {
        return tenancy.asSystem(this::read)
                .invoke(this::replace)
                .onFailure()
                .invoke(failure -> LOG.debugf("revocations not read: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    @Scheduled(every = "1h", delayed = "5m")
    Uni<Void> forget() {
        return tenancy.asSystem(() -> RemovedAccount.delete("removedAt < ?1", bygone())
                        .chain(() -> ChangedRole.delete("changedAt < ?1", bygone())))
                .replaceWithVoid();
    }

    private Instant bygone() {
        return Instant.now().minus(kept);
    }

    private Uni<Revoked> read() {
        return RemovedAccount.<RemovedAccount>list("removedAt > ?1", bygone())
                .chain(removed -> ChangedRole.<ChangedRole>list("changedAt > ?1", bygone())
                        .chain(roles -> Organisation.<Organisation>list("suspended = true")
                                .chain(suspended -> Account.<Account>list(
                                                "signedInAfter > ?1 and signedInAfter > createdAt", bygone())
                                        .map(accounts -> revoked(removed, suspended, roles, accounts)))));
    }

    private void replace(Revoked found) {
        if (!found.equals(revoked)) {
            revoked = found;
            changes.fire(found);
        }
    }

    private static Revoked revoked(
            List<RemovedAccount> removed,
            List<Organisation> suspended,
            List<ChangedRole> roles,
            List<Account> newPasswords) {
        return new Revoked(
                removed.stream().map(account -> account.id.toString()).collect(Collectors.toUnmodifiableSet()),
                suspended.stream().map(organisation -> organisation.id).collect(Collectors.toUnmodifiableSet()),
                roles.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                account -> account.id.toString(), account -> StaffRole.of(account.role))),
                newPasswords.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                account -> account.id.toString(), account -> account.signedInAfter)));
    }
}
