package dev.remotesupport.session.routing;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Work that is done for one organisation at a time: what is asked for during a round is done by one that follows it. */
final class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final String name;
    private final Function<UUID, Uni<Void>> work;

    /** The organisations of which a round is under way, and whether another must follow it. */
    private final Map<UUID, Boolean> underWay = new ConcurrentHashMap<>();

    /**
     * @param name for the log, when a round fails
     * @param work what a round does
     */
    Rounds(String name, Function<UUID, Uni<Void>> work) {
        this.name = name;
        this.work = work;
    }

    /** Begins a round, or lets one follow the round under way. */
    void ask(UUID organisation) {
        if (!underWay.merge(organisation, false, (round, once) -> true)) {
            begin(organisation);
        }
    }

    private void begin(UUID organisation) {
        var unused = work.apply(organisation)
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("%s put off organisation=%s: %s", name, organisation, failure.getMessage()))
                .onItemOrFailure()
                .invoke((done, failure) -> finished(organisation))
                .subscribe()
                .with(done -> {}, failure -> {});
    }

    private void finished(UUID organisation) {
        var next = underWay.computeIfPresent(organisation, (id, another) -> another ? false : null);
        if (next != null) {
            begin(organisation);
        }
    }
}
