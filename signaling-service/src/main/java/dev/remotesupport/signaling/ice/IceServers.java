package dev.remotesupport.signaling.ice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.remotesupport.contracts.signal.IcePolicy;
import dev.remotesupport.signaling.SignalingConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Which servers the participants of an organisation get: its own, read again every few seconds, or the installation's. */
@Singleton
public class IceServers {

    /** How long a change on one replica may be unknown to another. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

    private final IceSettingsStore store;
    private final IceOffer installation;
    private final Cache<UUID, Uni<IceOffer>> known = Caffeine.newBuilder()
            .expireAfterWrite(KNOWN_FOR)
            .maximumSize(10_000)
            .build();

    @Inject
    IceServers(IceSettingsStore store, SignalingConfig config) {
        this.store = store;
        this.installation = of(config.iceServers().orElse(List.of()), config.turn());
    }

    /** Fails where they cannot be read: an organisation that wants relays alone must not get anything else instead. */
    public Uni<IceOffer> of(UUID organisation) {
        return known.get(organisation, this::read);
    }

    IceOffer installation() {
        return installation;
    }

    /** What these settings give. */
    IceOffer offer(IceSettings settings) {
        return new IceOffer(
                settings.stun(), settings.turn(), settings.secret(), settings.policy(), installation.credentialsFor());
    }

    void forget(UUID organisation) {
        known.invalidate(organisation);
    }

    private Uni<IceOffer> read(UUID organisation) {
        return store.find(organisation)
                .map(found -> found.map(this::offer).orElse(installation))
                .onFailure()
                .invoke(() -> forget(organisation))
                .memoize()
                .indefinitely();
    }

    static IceOffer of(List<String> stun, SignalingConfig.Turn turn) {
        var urls = turn.urls().orElse(List.of());
        var lasts = turn.credentialsFor();
        if (!urls.isEmpty() && turn.secret().isEmpty()) {
            throw new IllegalArgumentException("remote-support.signaling.turn.secret is missing for the TURN servers");
        }
        if (lasts.compareTo(Duration.ofHours(1)) > 0 || lasts.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "remote-support.signaling.turn.credentials-for: from one minute to one hour");
        }
        return new IceOffer(stun, urls, turn.secret(), IcePolicy.ALL, lasts);
    }
}
