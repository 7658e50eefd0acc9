package dev.remotesupport.chat.message;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.chat.conversation.ConversationListener;
import dev.remotesupport.chat.search.WordLog;
import dev.remotesupport.contracts.chat.ChatMessage;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Brings messages to the store in lanes and tells the listener what was committed, before the senders hear of it. */
@ApplicationScoped
class MessageWriter {

    private record LaneKey(UUID organisation, int number) {}

    private final Map<LaneKey, WriteLane> lanes = new ConcurrentHashMap<>();
    private final MessageStore store;
    private final ConversationListener listener;
    private final WordLog words;
    private final ChatConfig.Writing config;
    private final Vertx vertx;
    private final DistributionSummary batchSize;

    MessageWriter(
            MessageStore store,
            ConversationListener listener,
            WordLog words,
            ChatConfig config,
            Vertx vertx,
            MeterRegistry meters) {
        this.store = store;
        this.listener = listener;
        this.words = words;
        this.config = config.writing();
        this.vertx = vertx;
        this.batchSize = DistributionSummary.builder("remote_support.chat.batch")
                .description("Messages stored by one transaction")
                .register(meters);
    }

    Uni<Outcome> write(UUID organisation, NewMessage message) {
        var number = Math.floorMod(message.conversation().hashCode(), config.lanes());
        return lanes.computeIfAbsent(new LaneKey(organisation, number), this::lane)
                .write(message);
    }

    private WriteLane lane(LaneKey key) {
        return new WriteLane(
                batch -> store.store(key.organisation(), batch)
                        .invoke(committed -> tell(key.organisation(), committed))
                        .map(Committed::outcomes),
                new WriteLane.Bounds(config.batch(), config.waiting(), config.distance(), config.patience()),
                (delay, work) -> vertx.setTimer(Math.max(1, delay.toMillis()), timer -> work.run()));
    }

    private void tell(UUID organisation, Committed committed) {
        var outcomes = committed.outcomes();
        batchSize.record(outcomes.size());
        var posted = new LinkedHashMap<UUID, List<ChatMessage>>();
        for (var outcome : outcomes) {
            if (outcome instanceof Outcome.Accepted accepted) {
                posted.computeIfAbsent(accepted.message().conversationId(), id -> new ArrayList<>())
                        .add(accepted.message());
            }
        }
        committed.rewritten().forEach(listener::rewritten);
        posted.forEach(listener::posted);
        posted.keySet().forEach(conversation -> words.note(organisation, conversation));
    }
}
