package dev.remotesupport.gateway.token;

import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.gateway.tenancy.EntityTenancy;
import dev.remotesupport.platform.secret.SecretBox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The keys that sign access tokens: stored for all replicas, in memory for each, rotated by whoever comes first. */
@ApplicationScoped
class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final String ONE_AT_A_TIME =
            "SELECT CAST(pg_advisory_xact_lock(hashtext('gateway.signing_key')) AS text)";

    private final EntityTenancy tenancy;
    private final SecretBox secrets;
    private final KeySchedule schedule;
    private volatile KeySet current = new KeySet(List.of());

    @Inject
    SigningKeys(EntityTenancy tenancy, SecretBox secrets, GatewayConfig config) {
        this.tenancy = tenancy;
        this.secrets = secrets;
        var tokens = config.tokens();
        this.schedule = new KeySchedule(tokens.keyLife(), tokens.keyLead(), tokens.accessLife());
    }

    KeySet current() {
        return current;
    }

    void start(@Observes StartupEvent event) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::refresh);
    }

    /** Takes over what other replicas made, and makes or drops what is due. */
    @Scheduled(every = "10m", delayed = "10m")
    Uni<Void> refresh() {
        return tenancy.asSystem(() -> lock().chain(() -> SigningKey.<SigningKey>listAll())
                        .chain(stored -> dropRetired(stored).chain(this::addDue)))
                .invoke(stored ->
                        current = new KeySet(stored.stream().map(this::opened).toList()))
                .replaceWithVoid();
    }

    private static Uni<Void> lock() {
        return Panache.getSession()
                .chain(session ->
                        session.createNativeQuery(ONE_AT_A_TIME, String.class).getSingleResultOrNull())
                .replaceWithVoid();
    }

    private Uni<List<SigningKey>> dropRetired(List<SigningKey> stored) {
        var now = Instant.now();
        var signsFrom = signsFrom(stored);
        var retired = stored.stream()
                .filter(key -> schedule.isRetired(key.signsFrom, signsFrom, now))
                .toList();
        var kept = new ArrayList<>(stored);
        kept.removeAll(retired);
        return Multi.createFrom()
                .iterable(retired)
                .onItem()
                .transformToUniAndConcatenate(SigningKey::delete)
                .collect()
                .last()
                .replaceWith(kept);
    }

    private Uni<List<SigningKey>> addDue(List<SigningKey> stored) {
        return schedule.nextKey(signsFrom(stored), Instant.now())
                .map(from -> create(from).<SigningKey>persist().map(made -> {
                    LOG.infof("signing key made kid=%s signsFrom=%s", made.kid, made.signsFrom);
                    var all = new ArrayList<>(stored);
                    all.add(made);
                    return (List<SigningKey>) all;
                }))
                .orElseGet(() -> Uni.createFrom().item(stored));
    }

    private SigningKey create(Instant signsFrom) {
        var pair = KeyPairs.create();
        var key = new SigningKey();
        key.kid = UUID.randomUUID().toString();
        key.publicKey = pair.getPublic().getEncoded();
        key.sealedPrivateKey = secrets.seal(pair.getPrivate().getEncoded(), key.kid);
        key.createdAt = Instant.now();
        key.signsFrom = signsFrom;
        return key;
    }

    private KeySet.Key opened(SigningKey stored) {
        return new KeySet.Key(
                stored.kid,
                KeyPairs.publicKey(stored.publicKey),
                KeyPairs.privateKey(secrets.open(stored.sealedPrivateKey, stored.kid)),
                stored.signsFrom);
    }

    private static List<Instant> signsFrom(List<SigningKey> keys) {
        return keys.stream().map(key -> key.signsFrom).toList();
    }
}
