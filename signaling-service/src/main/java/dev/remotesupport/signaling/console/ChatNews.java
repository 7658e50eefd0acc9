package dev.remotesupport.signaling.console;

import dev.remotesupport.contracts.console.ConsoleFromServer;
import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.MessagePosted;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Tells consoles of chat messages. There may be a thousand a second: they are gathered for a moment by the consumer's own
 * waiting, read only where their headers say that somebody listens, and only the newest of each conversation is told.
 */
@ApplicationScoped
class ChatNews {

    private static final Logger LOG = Logger.getLogger(ChatNews.class);
    private static final String POSTED = MessagePosted.class.getSimpleName();

    private final Consoles consoles;
    private final Counter unheard;
    private final Counter gathered;
    private final Counter told;

    @Inject
    ChatNews(Consoles consoles, MeterRegistry meters) {
        this.consoles = consoles;
        this.unheard = counter(meters, "unheard");
        this.gathered = counter(meters, "gathered");
        this.told = counter(meters, "told");
    }

    @Incoming("chat-events")
    void posted(ConsumerRecords<String, String> records) {
        Map<String, ConsumerRecord<String, String>> newest = new LinkedHashMap<>();
        for (ConsumerRecord<String, String> record : records) {
            if (isHeard(record)) {
                if (newest.put(record.key(), record) != null) {
                    gathered.increment();
                }
            } else {
                unheard.increment();
            }
        }
        newest.values().forEach(this::tell);
    }

    private boolean isHeard(ConsumerRecord<String, String> record) {
        try {
            return POSTED.equals(header(record, "ce_type"))
                    && consoles.has(UUID.fromString(header(record, "ce_organisation")));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private void tell(ConsumerRecord<String, String> record) {
        try {
            if (EventJson.read(record.value()) instanceof MessagePosted message) {
                consoles.tell(
                        message.organisation(),
                        "chat/" + message.conversationId(),
                        new ConsoleFromServer.ChatPosted(message.conversationId(), message.sequence(), message.seat()));
                told.increment();
            }
        } catch (RuntimeException failure) {
            // One that cannot be told must not end the feed.
            LOG.warnf("message not told topic=%s key=%s failure=%s", record.topic(), record.key(), failure);
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("remote_support.signaling.chat.news")
                .description("Chat messages, by whether consoles were told, told the newest only, or none was there")
                .tag("outcome", outcome)
                .register(meters);
    }
}
