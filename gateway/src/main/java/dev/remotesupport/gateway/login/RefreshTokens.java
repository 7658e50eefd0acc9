package dev.remotesupport.gateway.login;

import static dev.remotesupport.gateway.GatewayProblem.ORGANISATION_SUSPENDED;
import static dev.remotesupport.gateway.GatewayProblem.SIGNED_OUT;

import dev.remotesupport.gateway.GatewayConfig;
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
class RefreshTokens {

    private static final Logger LOG = Logger.getLogger(RefreshTokens.class);

    private final EntityTenancy tenancy;
    private final GatewayConfig.Tokens config;

    RefreshTokens(EntityTenancy tenancy, GatewayConfig config) {
        this.tenancy = tenancy;
        this.config = config.tokens();
    }

    /** Begins a family, within the running transaction. */
    Uni<String> begin(Account account) {
        return issue(account, UUID.randomUUID(), Instant.now());
    }

    /** Exchanges a token for the next. Fails with 401 {@code signed-out} when it is not good any more. */
    Uni<SignedIn> rotate(String raw) {
        return tenancy.asSystem(() -> find(raw).chain(token -> token == null ? nobody() : use(token)))
                // A refusal is a value until here, because ending a family has to be committed.
                .map(result -> result.orElseThrow(() -> SIGNED_OUT.because("Your session is over.")));
    }

    /** Ends the family of a token; one that is unknown is over already. */
    Uni<Void> end(String raw) {
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

    private Uni<Optional<SignedIn>> use(RefreshToken token) {
        var now = Instant.now();
        return switch (token.standing(now, config.refreshGrace())) {
            case OVER -> nobody();
            case STOLEN -> {
                LOG.warnf(
                        "refresh token used again, family ended accountId=%s family=%s", token.accountId, token.family);
                yield revoke(token).chain(RefreshTokens::nobody);
            }
            case GOOD -> {
                token.usedAt = now;
                yield follow(token, now);
            }
            case RACED -> follow(token, now);
        };
    }

    private Uni<Optional<SignedIn>> follow(RefreshToken token, Instant now) {
        return Account.<Account>findById(token.accountId).chain(account -> {
            if (token.issuedAt.isBefore(account.signedInAfter)) {
                return nobody();
            }
            return organisationOf(account)
                    .chain(organisation -> issue(account, token.family, now)
                            .map(next -> Optional.of(new SignedIn(account, organisation, next))));
        });
    }

    /** The account's organisation. Fails with 403 {@code organisation-suspended}. */
    static Uni<Optional<Organisation>> organisationOf(Account account) {
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

    private Uni<String> issue(Account account, UUID family, Instant now) {
        String raw = RandomSecret.create();
        return RefreshToken.create(RandomSecret.hash(raw), family, account.id, now, config.refreshLife())
                .persist()
                .replaceWith(raw);
    }

    private static Uni<Void> revoke(RefreshToken token) {
        return RefreshToken.update("revoked = true where family = ?1", token.family)
                .replaceWithVoid();
    }

    private static Uni<Optional<SignedIn>> nobody() {
        return Uni.createFrom().item(Optional.empty());
    }
}
