package dev.remotesupport.chat.masking;

import dev.remotesupport.chat.ChatConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Masks texts by the rules of their organisation, which are read again every few seconds, so that all replicas follow a
 * change soon.
 */
@ApplicationScoped
public class Masking {

    private static final Logger LOG = Logger.getLogger(Masking.class);

    /** Organisations whose rules are remembered; beyond it all are forgotten and read again as they come. */
    private static final int BOUND = 10_000;

    /** A sender does not wait longer for a database that is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private record Known(Masker masker, long readAt) {}

    private final ConcurrentHashMap<UUID, Known> known = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, Uni<Masker>> reading = new ConcurrentHashMap<>();
    private final MaskingRuleStore store;
    private final long validFor;

    Masking(MaskingRuleStore store, ChatConfig config) {
        this.store = store;
        this.validFor = config.masking().rulesFor().toNanos();
    }

    /** The text as it may be kept. Fails only when the organisation's rules were never read and cannot be now. */
    public Uni<Masked> mask(UUID organisation, String text) {
        return masker(organisation).map(masker -> masker.mask(text));
    }

    /** What masks by the rules of this organisation. */
    public Uni<Masker> masker(UUID organisation) {
        var found = known.get(organisation);
        if (found != null && System.nanoTime() - found.readAt() < validFor) {
            return Uni.createFrom().item(found.masker());
        }
        return reading.computeIfAbsent(organisation, this::read);
    }

    /** Makes the next text be masked by the rules as they are now. */
    void forget(UUID organisation) {
        known.remove(organisation);
    }

    private Uni<Masker> read(UUID organisation) {
        return store.find(organisation)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(MaskingRules::masker)
                .invoke(masker -> remember(organisation, masker))
                .onFailure()
                .recoverWithUni(failure -> lastKnown(organisation, failure))
                .onTermination()
                .invoke(() -> reading.remove(organisation))
                .memoize()
                .indefinitely();
    }

    private void remember(UUID organisation, Masker masker) {
        if (known.size() >= BOUND) {
            known.clear();
        }
        known.put(organisation, new Known(masker, System.nanoTime()));
    }

    /** Rules that are a little old mask better than none. */
    private Uni<Masker> lastKnown(UUID organisation, Throwable failure) {
        var found = known.get(organisation);
        if (found == null) {
            return Uni.createFrom().failure(failure);
        }
        LOG.warnf("masking rules not read organisation=%s failure=%s", organisation, failure);
        return Uni.createFrom().item(found.masker());
    }
}
