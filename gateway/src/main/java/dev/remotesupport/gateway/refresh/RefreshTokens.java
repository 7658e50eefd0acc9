package dev.remotesupport.gateway.refresh;

import static dev.remotesupport.gateway.GatewayProblem.ORGANISATION_SUSPENDED;

import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.gateway.GatewayProblem;
import dev.remotesupport.gateway.account.Account;
import dev.remotesupport.gateway.organisation.Organisation;
import dev.remotesupport.gateway.secret.RandomSecret;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Keeps people signed in. Each use of a token gives the next; a used one that comes back late ends its whole family. */
@ApplicationScoped
public class RefreshTokens {

    private static final Logger LOG = Logger.getLogger(RefreshTokens.class);

    private final EntityTenancy tenancy;
    private final GatewayConfig.Tokens config;
    private final SignInLife life;
    private final SignInTimeouts timeouts;

    RefreshTokens(EntityTenancy tenancy, GatewayConfig config, SignInLife life, SignInTimeouts timeouts) {
        this.tenancy = tenancy;
        this.config = config.tokens();
        this.life = life;
        this.timeouts = timeouts;
    }

    /** Begins a family, within the running transaction. */
    public Uni<SignedIn> begin(Account account, Optional<Organisation> organisation) {
        String raw = RandomSecret.create();
        var now = Instant.now();
        return RefreshToken.first(RandomSecret.hash(raw), account.id, now, life)
                .<RefreshToken>persist()
                .map(token -> new SignedIn(account, organisation, raw, life.ends(now, now)));
    }

    /**
     * Exchanges a token for the next. Fails with 401 {@code signed-out}, {@code session-idle} or {@code session-over} when it is
     * not good any more.
     *
     * @param active whether the person has done something since the last time
     */
    public Uni<SignedIn> rotate(String raw, boolean active) {
        return tenancy.asSystem(() -> find(raw).chain(token -> token == null ? signedOut() : use(token, active)))
                .map(Rotation::signedIn);
    }

    /** Until when the family of a token is signed in; absent for a token of somebody else, or of nobody. */
    public Uni<Optional<SignInLife.Ends>> ends(String raw, UUID account) {
        return tenancy.asSystem(() -> RefreshToken.<RefreshToken>findById(RandomSecret.hash(raw))
                .chain(token -> token == null || !token.accountId.equals(account)
                        ? Uni.createFrom().item(Optional.<SignInLife.Ends>empty())
                        : lastActive(token).map(active -> Optional.of(life.ends(token.beganAt, active)))));
    }

    /** Ends the family of a token; one that is unknown is over already. */
    public Uni<Void> end(String raw) {
        return tenancy.asSystem(
                () -> find(raw).chain(token -> token == null ? Uni.createFrom().voidItem() : revoke(token)));
    }

    @Scheduled(every = "1h", delayed = "5m")
    Uni<Void> forgetExpired() {
        return tenancy.asSystem(() -> RefreshToken.delete("expiresAt < ?1", Instant.now()))
                .replaceWithVoid();
    }

    private static Uni<RefreshToken> find(String raw) {
        return RefreshToken.findById(RandomSecret.hash(raw), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Tabs refresh in turn; what was done in one counts for all. */
    private static Uni<Instant> lastActive(RefreshToken token) {
        return RefreshToken.<RefreshToken>find("family = ?1 order by activeAt desc", token.family)
                .firstResult()
                .map(newest -> newest.activeAt);
    }

    private Uni<Rotation> use(RefreshToken token, boolean active) {
        var now = Instant.now();
        return lastActive(token).chain(last -> switch (token.standing(
                now, config.refreshGrace(), life.ends(token.beganAt, last))) {
            case OVER -> signedOut();
            case IDLE -> timedOut(token, "idle", GatewayProblem.SESSION_IDLE);
            case OUTLIVED -> timedOut(token, "life", GatewayProblem.SESSION_OVER);
            case STOLEN -> {
                LOG.warnf(
                        "refresh token used again, family ended accountId=%s family=%s", token.accountId, token.family);
                yield revoke(token).chain(RefreshTokens::signedOut);
            }
            case GOOD -> {
                token.usedAt = now;
                yield follow(token, now, active ? now : last);
            }
            case RACED -> follow(token, now, active ? now : last);
        });
    }

    private Uni<Rotation> timedOut(RefreshToken token, String reason, GatewayProblem problem) {
        if (!token.revoked) {
            timeouts.tell(token, reason);
        }
        return revoke(token).replaceWith(new Rotation.Refused(problem, "Sign in again."));
    }

    private Uni<Rotation> follow(RefreshToken token, Instant now, Instant active) {
        return Account.<Account>findById(token.accountId).chain(account -> {
            if (token.issuedAt.isBefore(account.signedInAfter)) {
                return signedOut();
            }
            String raw = RandomSecret.create();
            return organisationOf(account)
                    .call(() -> token.next(RandomSecret.hash(raw), now, active, life)
                            .persist())
                    .map(organisation -> new Rotation.Renewed(
                            new SignedIn(account, organisation, raw, life.ends(token.beganAt, active))));
        });
    }

    /** The account's organisation. Fails with 403 {@code organisation-suspended}. */
    public static Uni<Optional<Organisation>> organisationOf(Account account) {
        if (account.isOperator()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Organisation.<Organisation>findById(account.organisationId).map(organisation -> {
            if (organisation.suspended) {
                throw ORGANISATION_SUSPENDED.because("Ask the operator of this installation.");
            }
            return Optional.of(organisation);
        });
    }

    private static Uni<Void> revoke(RefreshToken token) {
        return RefreshToken.update("revoked = true where family = ?1", token.family)
                .replaceWithVoid();
    }

    private static Uni<Rotation> signedOut() {
        return Uni.createFrom().item(new Rotation.Refused(GatewayProblem.SIGNED_OUT, "Your session is over."));
    }
}
