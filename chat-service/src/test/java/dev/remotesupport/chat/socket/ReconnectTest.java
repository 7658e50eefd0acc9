package dev.remotesupport.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.testkit.ServiceInfrastructure;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class ReconnectTest {

    private static final int MESSAGES = 150;

    private final TestPeople people = TestPeople.inNewSession();

    /** The reader comes back with the last sequence it has; the writer sends again what was not acknowledged. */
    @ParameterizedTest
    @ValueSource(longs = {7, 77, 777})
    void socketsCutAtRandomLoseNothingAndSeeNothingTwice(long seed) {
        var writing = CompletableFuture.supplyAsync(() -> write(new Random(seed)));

        var seen = read(new Random(seed + 1));

        assertThat(seen)
                .extracting(ChatMessage::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, MESSAGES).boxed().toList());
        assertThat(seen).extracting(ChatMessage::id).containsExactlyElementsOf(writing.join());
        assertThat(seen).extracting(ChatMessage::clientMessageId).doesNotHaveDuplicates();
    }

    /** Answers the ids that were acknowledged, in their order. */
    private List<UUID> write(Random random) {
        var acknowledged = new ArrayList<UUID>();
        var client = ChatTestClient.enter(people.customerToken(), null);
        for (int n = 1; n <= MESSAGES; n++) {
            client.send("m" + n, "message " + n);
            if (random.nextInt(10) == 0) {
                client.cut();
                client = ChatTestClient.enter(people.customerToken(), null);
                client.send("m" + n, "message " + n);
            }
            acknowledged.add(client.awaitAccepted("m" + n).id());
        }
        client.close();
        return acknowledged;
    }

    private List<ChatMessage> read(Random random) {
        var seen = new ArrayList<ChatMessage>();
        while (seen.size() < MESSAGES) {
            var last = seen.isEmpty() ? 0 : seen.getLast().sequence();
            try (var client = ChatTestClient.enter(people.technicianToken(), last)) {
                client.awaitSeen(Math.min(MESSAGES, last + 1 + random.nextInt(20)));
                client.cut();
                seen.addAll(client.seen());
            }
        }
        return seen;
    }
}
