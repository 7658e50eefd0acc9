package dev.remotesupport.chat.search;

import dev.remotesupport.chat.ChatConfig;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Sees to it that the words of what was stored are taken in about a second later. What a crash or an outage left behind is
 * looked for now and then.
 */
@ApplicationScoped
public class WordLog {

    private static final Logger LOG = Logger.getLogger(WordLog.class);
    private static final int AT_ONCE = 500;

    private final Map<UUID, Set<UUID>> waiting = new HashMap<>();
    private final WordStore store;
    private final Vertx vertx;
    private final long period;
    private boolean timed;

    WordLog(WordStore store, Vertx vertx, ChatConfig config) {
        this.store = store;
        this.vertx = vertx;
        this.period = config.search().delay().toMillis();
    }

    /** There are new messages in this conversation. Never waits. */
    public synchronized void note(UUID organisation, UUID conversation) {
        waiting.computeIfAbsent(organisation, id -> new HashSet<>()).add(conversation);
        if (!timed) {
            timed = true;
            vertx.setTimer(period, timer -> takeIn(take()));
        }
    }

    private synchronized Map<UUID, Set<UUID>> take() {
        timed = false;
        var taken = Map.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    private void takeIn(Map<UUID, Set<UUID>> taken) {
        var unused = store(taken).subscribe().with(done -> {}, failure -> {});
    }

    /** Where it fails, the next look at what is behind makes up for it. */
    private Uni<Void> store(Map<UUID, Set<UUID>> taken) {
        return Multi.createFrom()
                .iterable(taken.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> store.takeIn(entry.getKey(), entry.getValue())
                        .onFailure()
                        .invoke(failure -> LOG.warnf("words not taken in: %s", failure.getMessage()))
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }

    @Scheduled(
            every = "${remote-support.chat.search.look-every:1m}",
            delayed = "${remote-support.chat.search.look-after:10s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> lookForMissing() {
        return store.behind(AT_ONCE)
                .chain(this::store)
                .onFailure()
                .invoke(failure -> LOG.warnf("search not looked after: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
