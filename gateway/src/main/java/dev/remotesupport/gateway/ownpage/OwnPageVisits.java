package dev.remotesupport.gateway.ownpage;

import static dev.remotesupport.gateway.GatewayProblem.CODE_REFUSED;
import static dev.remotesupport.gateway.GatewayProblem.PAGE_CLOSED;

import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.gateway.secret.RandomSecret;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import dev.remotesupport.platform.caller.Caller;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Lets customers into their own page: by a code that works once, then by the key in the cookie, for a while. */
@ApplicationScoped
class OwnPageVisits {

    private static final String ENTER = """
            keyHash = ?1, enteredAt = ?2, expiresAt = ?3 where codeHash = ?4 and keyHash is null and expiresAt > ?2""";

    private final EntityTenancy tenancy;
    private final GatewayConfig.OwnPage config;

    OwnPageVisits(EntityTenancy tenancy, GatewayConfig config) {
        this.tenancy = tenancy;
        this.config = config.ownPage();
    }

    /** Whose page it is. */
    record Owner(UUID organisation, UUID visitor) {}

    /** Somebody who has come in, and the key to be known by. */
    record Entered(Owner owner, String key) {}

    /** A code for the one who asks. */
    Uni<String> prepare(Caller caller) {
        String code = RandomSecret.create();
        return tenancy.inOrganisation(
                        caller.organisationId(),
                        () -> OwnPageVisit.prepared(
                                        RandomSecret.hash(code),
                                        caller.organisationId(),
                                        UUID.fromString(caller.id()),
                                        Instant.now().plus(config.codeLife()))
                                .persist())
                .replaceWith(code);
    }

    /** Exchanges a code for a key, once; of two who try at once, one is in. Fails with 401 {@code code-refused}. */
    Uni<Entered> enter(String code) {
        String key = RandomSecret.create();
        byte[] codeHash = RandomSecret.hash(code);
        var now = Instant.now();
        return tenancy.asSystem(() -> OwnPageVisit.update(ENTER, RandomSecret.hash(key), now, ends(now, now), codeHash)
                        .chain(entered -> entered == 0
                                ? Uni.createFrom().<OwnPageVisit>nullItem()
                                : OwnPageVisit.<OwnPageVisit>findById(codeHash)))
                .onItem()
                .ifNull()
                .failWith(() -> CODE_REFUSED.because("It was used already, or is older than a minute."))
                .map(visit -> new Entered(ownerOf(visit), key));
    }

    /** Whose page a key opens; the visit lasts longer from now on. Fails with 401 {@code page-closed}. */
    Uni<Owner> goOn(String key) {
        var now = Instant.now();
        return tenancy.asSystem(() -> OwnPageVisit.<OwnPageVisit>find(
                                "keyHash = ?1 and expiresAt > ?2", RandomSecret.hash(key), now)
                        .firstResult()
                        .invoke(visit -> {
                            if (visit != null) {
                                visit.expiresAt = ends(visit.enteredAt, now);
                            }
                        }))
                .onItem()
                .ifNull()
                .failWith(OwnPageVisits::closed)
                .map(OwnPageVisits::ownerOf);
    }

    /** One that is unknown is over already. */
    Uni<Void> leave(String key) {
        return tenancy.asSystem(() -> OwnPageVisit.delete("keyHash", RandomSecret.hash(key)))
                .replaceWithVoid();
    }

    @Scheduled(every = "10m", delayed = "5m")
    Uni<Void> forgetExpired() {
        return tenancy.asSystem(() -> OwnPageVisit.delete("expiresAt < ?1", Instant.now()))
                .replaceWithVoid();
    }

    static RuntimeException closed() {
        return PAGE_CLOSED.because("Open it again from the chat on the website.");
    }

    private Instant ends(Instant entered, Instant now) {
        return OwnPageVisit.ends(entered, now, config.idleLife(), config.life());
    }

    private static Owner ownerOf(OwnPageVisit visit) {
        return new Owner(visit.organisationId, visit.visitorId);
    }
}
