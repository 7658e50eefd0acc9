package dev.remotesupport.chat.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestEvents;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.chat.conversation.Conversation;
import dev.remotesupport.chat.message.MessageHistory;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The replica under test is the running service; the other one has its own rooms and bus over the same database. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class TwoReplicasTest {

    @Inject
    MessageHistory history;

    @Inject
    ChatConfig config;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final TestPeople people = TestPeople.inNewSession();
    private ReplicaBus otherBus;
    private Rooms other;

    @BeforeEach
    void startTheOtherReplica() {
        otherBus = new ReplicaBus(vertx, config, url, user, password);
        other = new Rooms(history, otherBus, config, new SimpleMeterRegistry());
        otherBus.start(null);
        await().until(otherBus::isConnected);
    }

    @AfterEach
    void stopTheOtherReplica() {
        otherBus.stop(null);
    }

    @Test
    void aMessageStoredOnOneReplicaIsSeenOnTheOther() {
        var seen = new Seen();
        var unused = other.enter(conversation(), 0, seen);
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            send(customer, 1, 50);

            seen.await(50);
            assertThat(seen.sequences()).containsExactlyElementsOf(range(1, 50));
        }
    }

    @Test
    void aReplicaWhoseConnectionWasCutMissesNothing() {
        var seen = new Seen();
        var unused = other.enter(conversation(), 0, seen);
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            send(customer, 1, 5);
            seen.await(5);

            cutAllListeners();
            send(customer, 6, 30);

            seen.await(30);
            assertThat(seen.sequences()).containsExactlyElementsOf(range(1, 30));
        }
    }

    @Test
    void theEndOfASessionIsSeenOnBothReplicas() {
        var seen = new Seen();
        var unused = other.enter(conversation(), 0, seen);
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            send(customer, 1, 3);

            TestEvents.sessionEnded(people);

            customer.awaitEnded();
            await().atMost(Duration.ofSeconds(10)).until(() -> seen.ended);
            assertThat(seen.sequences()).containsExactly(1L, 2L, 3L);
            customer.send("late", "too late");
            assertThat(customer.awaitRefused("late").code()).isEqualTo("session-ended");
        }
    }

    @Test
    void whoEntersAnEndedConversationReadsItAndIsTold() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            send(customer, 1, 3);
            TestEvents.sessionEnded(people);
            customer.awaitEnded();
        }

        try (var late = ChatTestClient.enter(people.technicianToken(), 0L)) {
            late.awaitEnded();

            assertThat(late.sequences()).containsExactly(1L, 2L, 3L);
        }
    }

    private Conversation conversation() {
        return new Conversation(people.session(), people.organisation(), Optional.empty(), Optional.empty(), 0, false);
    }

    private static void send(ChatTestClient client, int from, int to) {
        for (int n = from; n <= to; n++) {
            client.send("n" + n, "message " + n);
            client.awaitAccepted("n" + n);
        }
    }

    /** As a failover or a proxy in between does. */
    private static void cutAllListeners() {
        try (var connection = TestDatabase.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%chat_announcements%' AND pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static final class Seen implements Subscriber {

        private final List<ChatMessage> all = new CopyOnWriteArrayList<>();
        private volatile boolean ended;

        @Override
        public Uni<Void> messages(List<ChatMessage> messages, long last) {
            all.addAll(messages);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> ended() {
            ended = true;
            return Uni.createFrom().voidItem();
        }

        List<Long> sequences() {
            return all.stream().map(ChatMessage::sequence).toList();
        }

        void await(long sequence) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> sequences().contains(sequence));
        }
    }
}
