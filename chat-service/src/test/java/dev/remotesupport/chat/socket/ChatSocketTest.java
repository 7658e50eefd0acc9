package dev.remotesupport.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.CloseCode;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.ChatFromClient;
import dev.remotesupport.contracts.chat.ChatFromServer;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class ChatSocketTest {

    private final TestPeople people = TestPeople.inNewSession();

    @Test
    void aMessageIsAcceptedAndSeenByBothSides() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null);
                var technician = ChatTestClient.enter(people.technicianToken(), null)) {

            customer.send("m-1", "My card was charged twice.");

            var accepted = customer.awaitAccepted("m-1");
            var seen = technician.awaitSeen(1).getFirst();
            assertThat(customer.awaitSeen(1)).containsExactly(seen);
            assertThat(seen.id()).isEqualTo(accepted.id());
            assertThat(seen.at()).isEqualTo(accepted.at());
            assertThat(seen.text()).isEqualTo("My card was charged twice.");
            assertThat(seen.clientMessageId()).isEqualTo("m-1");
            assertThat(seen.sender().kind()).isEqualTo(CallerKind.VISITOR);
            assertThat(seen.sender().name()).isEqualTo("Maya");
            assertThat(seen.sender().seat()).isEqualTo(Seat.CUSTOMER);
        }
    }

    @Test
    void whoComesLateGetsWhatWasSaidAfterWhereItWas() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            sendAndAwait(customer, 250);

            try (var late = ChatTestClient.enter(people.technicianToken(), 20L)) {
                late.awaitSeen(250);
                sendOne(customer, "one more");
                late.awaitSeen(251);

                assertThat(late.sequences()).containsExactlyElementsOf(range(21, 251));
            }
        }
    }

    @Test
    void withoutAPlaceOnlyWhatComesIsSent() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            sendAndAwait(customer, 3);

            try (var fresh = ChatTestClient.enter(people.technicianToken(), null)) {
                sendOne(customer, "now");
                fresh.awaitSeen(4);

                assertThat(fresh.sequences()).containsExactly(4L);
            }
        }
    }

    @Test
    void manySendersAtOnceAreSeenByAllInOneOrderWithoutGap() {
        var clients = new ArrayList<ChatTestClient>();
        IntStream.range(0, 4).forEach(i -> {
            clients.add(ChatTestClient.enter(people.customerToken(), null));
            clients.add(ChatTestClient.enter(people.technicianToken(), null));
        });
        int each = 25;

        var senders = IntStream.range(0, clients.size())
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    for (int n = 0; n < each; n++) {
                        sendOne(clients.get(i), "c" + i + "-" + n);
                    }
                }))
                .toList();
        senders.forEach(CompletableFuture::join);

        var all = (long) each * clients.size();
        var order =
                clients.getFirst().awaitSeen(all).stream().map(ChatMessage::id).toList();
        assertThat(order).doesNotHaveDuplicates().hasSize((int) all);
        for (var client : clients) {
            client.awaitSeen(all);
            assertThat(client.sequences()).containsExactlyElementsOf(range(1, all));
            assertThat(client.seen().stream().map(ChatMessage::id)).containsExactlyElementsOf(order);
            client.close();
        }
        for (int i = 0; i < clients.size(); i++) {
            var prefix = "c" + i + "-";
            assertThat(clients.getFirst().seen().stream()
                            .map(ChatMessage::clientMessageId)
                            .filter(id -> id.startsWith(prefix)))
                    .as("the order of one sender is kept")
                    .containsExactlyElementsOf(
                            IntStream.range(0, each).mapToObj(n -> prefix + n).toList());
        }
    }

    @Test
    void aMessageSentAgainKeepsItsFirstResult() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            customer.send("same", "hello");
            var first = customer.awaitAccepted("same");
            try (var again = ChatTestClient.enter(people.customerToken(), 0L)) {
                again.send("same", "hello");
                again.send("next", "world");

                assertThat(again.awaitAccepted("same")).isEqualTo(first);
                assertThat(again.awaitAccepted("next").sequence()).isEqualTo(2);
                assertThat(again.awaitSeen(2)).hasSize(2);
            }
        }
    }

    @Test
    void twoPeopleMayUseTheSameClientMessageId() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null);
                var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            customer.send("1", "from one side");
            technician.send("1", "from the other");

            assertThat(customer.awaitAccepted("1").id())
                    .isNotEqualTo(technician.awaitAccepted("1").id());
        }
    }

    @Test
    void aTokenOpensOneSocketOnly() {
        var token = people.customerToken();
        try (var first = ChatTestClient.enter(token, null)) {
            var copy = ChatTestClient.connect(token).say(new ChatFromClient.Hello(1, 0L));

            assertThat(copy.awaitClose()).isEqualTo(CloseCode.TOKEN.code());
            sendOne(first, "still here");
        }
    }

    @Test
    void badTokensAndTokensWithoutASessionOpenNothing() {
        var participant =
                TestTokens.participant(people.customer(), people.session(), UUID.randomUUID(), "customer", "tab");

        assertThat(upgradeStatus(participant.expired())).isEqualTo(401);
        assertThat(upgradeStatus(participant.foreign())).isEqualTo(401);
        assertThat(upgradeStatus(participant.tampered())).isEqualTo(401);
        assertThat(upgradeStatus(people.technician().sign())).isEqualTo(403);
    }

    @Test
    void theSocketClosesWithItsToken() {
        var token = TestTokens.participant(people.customer(), people.session(), UUID.randomUUID(), "customer", "tab")
                .lasting(Duration.ofSeconds(2));
        try (var client = ChatTestClient.enter(token.sign(), null)) {

            assertThat(client.awaitClose()).isEqualTo(CloseCode.TOKEN.code());
        }
    }

    @Test
    void aRenewedTokenKeepsTheSocketOpen() throws InterruptedException {
        var token = TestTokens.participant(people.customer(), people.session(), UUID.randomUUID(), "customer", "tab");
        try (var client =
                ChatTestClient.enter(token.lasting(Duration.ofSeconds(2)).sign(), null)) {
            client.say(new ChatFromClient.TokenRenew(token.sign()));

            client.await(ChatFromServer.TokenRenewed.class, renewed -> true);
            Thread.sleep(2500);
            sendOne(client, "still here");
        }
    }

    @Test
    void aTokenOfSomebodyElseOrOfNobodyDoesNotRenew() {
        try (var client = ChatTestClient.enter(people.customerToken(), null);
                var other = ChatTestClient.enter(people.customerToken(), null)) {
            client.say(new ChatFromClient.TokenRenew(people.technicianToken()));
            other.say(new ChatFromClient.TokenRenew("nonsense"));

            assertThat(client.awaitClose()).isEqualTo(CloseCode.FORBIDDEN.code());
            assertThat(other.awaitClose()).isEqualTo(CloseCode.TOKEN.code());
        }
    }

    @Test
    void aNewerConnectionOfTheSameParticipantTakesOver() {
        var participant = UUID.randomUUID();
        try (var older = ChatTestClient.enter(people.customerToken(participant), null);
                var newer = ChatTestClient.enter(people.customerToken(participant), null)) {

            assertThat(older.awaitClose()).isEqualTo(CloseCode.REPLACED.code());
            sendOne(newer, "here now");
        }
    }

    @Test
    void badFramesCloseTheirSocketAndHarmNobodyElse() {
        try (var bystander = ChatTestClient.enter(people.technicianToken(), null)) {
            assertThat(closeAfter("{\"type\":\"chat.send\"")).isEqualTo(CloseCode.MALFORMED.code());
            assertThat(closeAfter("[]")).isEqualTo(CloseCode.MALFORMED.code());
            assertThat(closeAfter("{\"type\":\"chat.send\",\"text\":\"no id\"}"))
                    .isEqualTo(CloseCode.MALFORMED.code());
            assertThat(closeAfter("{\"type\":\"chat.steal\"}")).isEqualTo(CloseCode.UNEXPECTED.code());
            assertThat(closeAfter("{\"type\":\"hello\",\"protocol\":1}")).isEqualTo(CloseCode.UNEXPECTED.code());
            assertThat(closeAfter(
                            "{\"type\":\"chat.send\",\"clientMessageId\":\"a\",\"text\":\"" + "x".repeat(4001) + "\"}"))
                    .isEqualTo(CloseCode.MALFORMED.code());
            assertThat(closeAfter("x".repeat(65_537))).isEqualTo(CloseCode.TOO_LARGE.code());

            sendOne(bystander, "unharmed");
        }
    }

    @Test
    void aFrameBeforeHelloClosesTheSocket() {
        var client = ChatTestClient.connect(people.customerToken()).send("a", "too early");

        assertThat(client.awaitClose()).isEqualTo(CloseCode.UNEXPECTED.code());
    }

    @Test
    void whoSaysNothingIsClosed() {
        var client = ChatTestClient.connect(people.customerToken());

        assertThat(client.awaitClose()).isEqualTo(CloseCode.HELLO_MISSING.code());
    }

    @Test
    void whoSendsTooFastIsRefusedAndAFloodIsClosed() {
        try (var client = ChatTestClient.enter(people.customerToken(), null)) {
            for (int i = 0; i < 5000 && client.isOpen(); i++) {
                try {
                    client.send("f" + i, "flood");
                } catch (RuntimeException closed) {
                    break;
                }
            }

            assertThat(client.awaitClose()).isEqualTo(CloseCode.FLOOD.code());
            assertThat(client.frames())
                    .filteredOn(ChatFromServer.ChatRefused.class::isInstance)
                    .extracting(frame -> ((ChatFromServer.ChatRefused) frame).code())
                    .contains("too-fast")
                    .containsOnly("too-fast");
        }
    }

    @Test
    void fetchAnswersWithAPage() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null)) {
            sendAndAwait(customer, 3);
            try (var other = ChatTestClient.enter(people.technicianToken(), null)) {
                other.say(new ChatFromClient.ChatFetch(1));

                assertThat(other.awaitSeen(3)).extracting(ChatMessage::sequence).containsExactly(2L, 3L);
            }
        }
    }

    @Test
    void pingIsAnswered() {
        try (var client = ChatTestClient.enter(people.customerToken(), null)) {
            client.say(new ChatFromClient.Ping());

            client.await(ChatFromServer.Pong.class, pong -> true);
        }
    }

    @Test
    void textWithoutAnythingVisibleIsRefused() {
        try (var client = ChatTestClient.enter(people.customerToken(), null)) {
            client.send("blank", " \n\u0007 ");

            assertThat(client.awaitRefused("blank").code()).isEqualTo("text-not-allowed");
        }
    }

    private int closeAfter(String frame) {
        var client = ChatTestClient.enter(people.customerToken(), null);
        return client.sayText(frame).awaitClose();
    }

    private static int upgradeStatus(String token) {
        var failure = new CompletableFuture<Throwable>();
        assertThatThrownBy(() -> ChatTestClient.connect(token)).satisfies(failure::complete);
        return ((WebSocketHandshakeException) failure.join().getCause())
                .getResponse()
                .statusCode();
    }

    /** Sends one after the other, as a person does, at the pace that the limit allows. */
    private static void sendAndAwait(ChatTestClient client, int count) {
        for (int i = 1; i <= count; i++) {
            sendOne(client, "n" + i);
        }
    }

    private static void sendOne(ChatTestClient client, String text) {
        var id = text.replace(' ', '-');
        client.send(id, text);
        client.awaitAccepted(id);
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
