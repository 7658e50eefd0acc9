package dev.remotesupport.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.chat.ChatTestClient;
import dev.remotesupport.chat.SessionServiceStandIn;
import dev.remotesupport.chat.TestPeople;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.ChatFromClient;
import dev.remotesupport.contracts.chat.ChatFromServer;
import dev.remotesupport.contracts.chat.ChatFromServer.ChatProgress;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(SessionServiceStandIn.class)
class TicksAndTypingTest {

    private final TestPeople people = TestPeople.inNewSession();

    @Test
    void theSenderLearnsThatItsMessageWasDeliveredAndThenRead() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null);
                var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            customer.send("a", "hello").awaitAccepted("a");

            customer.await(ChatProgress.class, new ChatProgress(Seat.TECHNICIAN, 1, 0)::equals);
            technician.say(new ChatFromClient.ChatRead(1));
            customer.await(ChatProgress.class, new ChatProgress(Seat.TECHNICIAN, 1, 1)::equals);

            assertThat(progress(customer)).allMatch(tick -> tick.seat() == Seat.TECHNICIAN);
            assertThat(progress(technician)).allMatch(tick -> tick.seat() == Seat.CUSTOMER);
        }
    }

    @Test
    void whoComesLaterIsToldHowFarTheOtherSideWas() throws InterruptedException {
        try (var customer = ChatTestClient.enter(people.customerToken(), null);
                var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            technician.send("a", "hello").awaitAccepted("a");
            customer.awaitSeen(1);
            customer.say(new ChatFromClient.ChatRead(1));
            technician.await(ChatProgress.class, new ChatProgress(Seat.CUSTOMER, 1, 1)::equals);
            Thread.sleep(1_500); // both leave only after it has been stored
        }

        try (var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            technician.await(ChatProgress.class, new ChatProgress(Seat.CUSTOMER, 1, 1)::equals);
        }
    }

    @Test
    void nobodyReadsWhatIsNotThereYetAndNothingGoesBack() {
        try (var customer = ChatTestClient.enter(people.customerToken(), null);
                var technician = ChatTestClient.enter(people.technicianToken(), null)) {
            customer.send("a", "one").awaitAccepted("a");
            customer.send("b", "two").awaitAccepted("b");
            technician.awaitSeen(2);

            technician.say(new ChatFromClient.ChatRead(1_000_000));
            technician.say(new ChatFromClient.ChatRead(1));

            customer.await(ChatProgress.class, new ChatProgress(Seat.TECHNICIAN, 2, 2)::equals);
            assertThat(progress(customer)).isSortedAccordingTo((one, next) -> Long.compare(one.read(), next.read()));
        }
    }

    @Test
    void typingIsPassedOnToOthersAtMostOnceInTwoSeconds() {
        var lead = TestTokens.staff(people.organisation(), "supervisor").named("Lea");
        try (var customer = ChatTestClient.enter(people.customerToken(), null);
                var technician = ChatTestClient.enter(people.technicianToken(), null);
                var watching = ChatTestClient.enter(people.technicianToken(lead), null)) {
            technician.say(new ChatFromClient.ChatTyping());
            technician.say(new ChatFromClient.ChatTyping());
            technician.send("a", "done").awaitAccepted("a");
            technician.say(new ChatFromClient.ChatTyping());
            technician.send("b", "really").awaitAccepted("b");

            customer.awaitSeen(2);
            watching.awaitSeen(2);
            assertThat(typing(customer)).containsExactly(new ChatFromServer.ChatTyping(Seat.TECHNICIAN, "Jonas"));
            assertThat(typing(watching)).hasSize(1);
            assertThat(typing(technician)).isEmpty();
        }
    }

    private static List<ChatFromServer> typing(ChatTestClient client) {
        return client.frames().stream()
                .filter(ChatFromServer.ChatTyping.class::isInstance)
                .toList();
    }

    private static List<ChatProgress> progress(ChatTestClient client) {
        return client.frames().stream()
                .filter(ChatProgress.class::isInstance)
                .map(ChatProgress.class::cast)
                .toList();
    }
}
