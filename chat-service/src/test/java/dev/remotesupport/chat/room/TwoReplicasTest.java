package dev.remotesupport.chat.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestEvents;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.chat.conversation.Conversation;
import dev.remotesupport.chat.conversation.Holder;
import dev.remotesupport.chat.message.MessageHistory;
import dev.remotesupport.chat.progress.Mark;
import dev.remotesupport.chat.progress.ProgressLog;
import dev.remotesupport.chat.progress.ProgressStore;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.ChatFromClient;
import dev.remotesupport.contracts.chat.ChatFromServer.ChatProgress;
import dev.remotesupport.contracts.chat.ChatFromServer.ChatTyping;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final Viewer JONAS = new Viewer(Seat.TECHNICIAN, "jonas", true, false);

    @Inject
    MessageHistory history;

    @Inject
    ProgressStore progress;

    @Inject
    ProgressLog log;

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
        other = new Rooms(history, otherBus, progress, log, config, vertx, new SimpleMeterRegistry());
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
        var unused = other.enter(conversation(), JONAS, 0, seen);
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            send(customer, 1, 50);

            seen.await(50);
            assertThat(seen.sequences()).containsExactlyElementsOf(range(1, 50));
        }
    }

    @Test
    void aReplicaWhoseConnectionWasCutMissesNothing() {
        var seen = new Seen();
        var unused = other.enter(conversation(), JONAS, 0, seen);
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
    void aTextThatIsRewrittenOnOneReplicaIsReadAgainOnTheOther() {
        var seen = new Seen();
        var unused = other.enter(conversation(), JONAS, 0, seen);
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            customer.send("a", "my card is 4111 1111").awaitAccepted("a");
            seen.await(1);

            customer.send("b", "1111 1111").awaitAccepted("b");

            await().untilAsserted(() -> assertThat(seen.all)
                    .filteredOn(message -> message.sequence() == 1)
                    .last()
                    .extracting(ChatMessage::text)
                    .isEqualTo("my card is ••••"));
            var late = new Seen();
            var unusedToo = other.enter(conversation(), JONAS, 0, late);
            late.await(2);
            assertThat(late.all).extracting(ChatMessage::text).containsOnly("my card is ••••", "•••• •••• •••• 1111");
        }
    }

    @Test
    void ticksTypingAndNotesPassFromOneReplicaToTheOther() {
        var customer = new Seen();
        var there = other.enter(conversation(), new Viewer(Seat.CUSTOMER, "maya", false, false), 0, customer);
        try (var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            technician.sendNote("note", "Third call this week.").awaitAccepted("note");
            technician.send("a", "hello").awaitAccepted("a");
            customer.await(2);
            assertThat(customer.sequences()).containsExactly(2L);

            other.read(there, 2);
            other.typing(there, "Maya");
            technician.say(new ChatFromClient.ChatTyping());

            technician.await(ChatProgress.class, new ChatProgress(Seat.CUSTOMER, 2, 2)::equals);
            technician.await(ChatTyping.class, new ChatTyping(Seat.CUSTOMER, "Maya")::equals);
            Awaitility.await().until(() -> customer.typing.contains("Jonas"));
            Awaitility.await().until(() -> customer.marks.containsKey(Seat.TECHNICIAN));
        }
    }

    @Test
    void aTransferExpelsTheFormerTechnicianOnTheOtherReplicaToo() {
        var former = new Seen();
        var viewer = new Viewer(Seat.TECHNICIAN, people.technician().id(), true, false);
        var unused = other.enter(conversation(), viewer, 0, former);
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            TestEvents.sessionAssigned(people);
            send(customer, 1, 1);
            former.await(1);

            TestEvents.sessionQueued(people, 4);

            await().atMost(Duration.ofSeconds(15)).until(() -> former.expelled);
            send(customer, 2, 2);
            assertThat(former.sequences()).containsExactly(1L);
        }
    }

    @Test
    void theEndOfASessionIsSeenOnBothReplicas() {
        var seen = new Seen();
        var unused = other.enter(conversation(), JONAS, 0, seen);
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
        return new Conversation(people.session(), people.organisation(), Optional.empty(), Holder.UNKNOWN, 0, false);
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
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE (query LIKE '%chat_announcements%' OR query LIKE '%chat_signals%') AND pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static final class Seen implements Subscriber {

        private final List<ChatMessage> all = new CopyOnWriteArrayList<>();
        private final Map<Seat, Mark> marks = new ConcurrentHashMap<>();
        private final List<String> typing = new CopyOnWriteArrayList<>();
        private volatile boolean ended;
        private volatile boolean expelled;

        @Override
        public Uni<Void> messages(List<ChatMessage> messages, long last, long through) {
            all.addAll(messages);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> progress(Seat seat, Mark mark) {
            marks.put(seat, mark);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> typing(Seat seat, String name) {
            typing.add(name);
            return Uni.createFrom().voidItem();
        }

        @Override
        public void doubted() {}

        @Override
        public void expelled() {
            expelled = true;
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
