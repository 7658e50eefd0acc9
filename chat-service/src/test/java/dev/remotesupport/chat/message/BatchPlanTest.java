package dev.remotesupport.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.contracts.chat.MessageType;
import dev.remotesupport.contracts.chat.Sender;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
    private static final Sender MAYA = new Sender(CallerKind.VISITOR, "maya", "Maya", Seat.CUSTOMER);
    private static final Sender JONAS = new Sender(CallerKind.STAFF, "jonas", "Jonas", Seat.TECHNICIAN);

    private final UUID one = UUID.randomUUID();
    private final UUID two = UUID.randomUUID();

    @Test
    void sequencesGoOnWhereEachConversationWas() {
        var plan = BatchPlan.of(
                List.of(message(one, MAYA, "a"), message(two, MAYA, "a"), message(one, JONAS, "a")),
                Map.of(one, open(7), two, open(0)),
                Map.of());

        assertThat(plan.fresh().stream().map(BatchPlan.Numbered::message).map(ChatMessage::sequence))
                .containsExactly(8L, 1L, 9L);
        assertThat(plan.fresh().stream().map(BatchPlan.Numbered::version)).containsExactly(18L, 11L, 19L);
        assertThat(plan.outcomes()).hasOnlyElementsOfType(Outcome.Accepted.class);
    }

    @Test
    void whatIsStoredAlreadyGetsItsFirstResult() {
        var stored = stored(message(one, MAYA, "a"), 3);

        var plan = BatchPlan.of(
                List.of(message(one, MAYA, "a"), message(one, MAYA, "b")),
                Map.of(one, open(7)),
                Map.of(new NewMessage.SentOnce(one, "maya", "a"), stored));

        assertThat(plan.outcomes().getFirst()).isEqualTo(new Outcome.Repeated(stored));
        assertThat(plan.fresh()).hasSize(1);
    }

    @Test
    void theSameMessageTwiceInOneBatchIsStoredOnce() {
        var plan =
                BatchPlan.of(List.of(message(one, MAYA, "a"), message(one, MAYA, "a")), Map.of(one, open(0)), Map.of());

        assertThat(plan.fresh()).hasSize(1);
        assertThat(plan.outcomes().get(1))
                .isEqualTo(new Outcome.Repeated(plan.fresh().getFirst().message()));
    }

    @Test
    void messagesWithoutANameAreNeverTakenForRepeats() {
        var plan = BatchPlan.of(
                List.of(message(one, MAYA, null), message(one, MAYA, null)), Map.of(one, open(0)), Map.of());

        assertThat(plan.fresh()).hasSize(2);
    }

    @Test
    void endedAndUnknownConversationsTakeNothingAndDisturbNobody() {
        var ended = new BatchPlan.Locked(7, 17, true, NOW);

        var plan = BatchPlan.of(
                List.of(message(one, MAYA, "a"), message(UUID.randomUUID(), MAYA, "b"), message(two, MAYA, "c")),
                Map.of(one, ended, two, open(0)),
                Map.of());

        assertThat(plan.outcomes().get(0)).isEqualTo(new Outcome.Refused(ChatProblem.SESSION_ENDED));
        assertThat(plan.outcomes().get(1)).isEqualTo(new Outcome.Refused(ChatProblem.CONVERSATION_UNKNOWN));
        assertThat(plan.outcomes().get(2)).isInstanceOf(Outcome.Accepted.class);
        assertThat(plan.fresh()).hasSize(1);
    }

    @Test
    void aRepeatIsAnsweredEvenAfterTheEnd() {
        var stored = stored(message(one, MAYA, "a"), 3);

        var plan = BatchPlan.of(
                List.of(message(one, MAYA, "a")),
                Map.of(one, new BatchPlan.Locked(3, 13, true, NOW)),
                Map.of(new NewMessage.SentOnce(one, "maya", "a"), stored));

        assertThat(plan.outcomes()).containsExactly(new Outcome.Repeated(stored));
    }

    /** The version runs ten ahead of the sequence, to tell them apart. */
    private static BatchPlan.Locked open(long last) {
        return new BatchPlan.Locked(last, last + 10, false, NOW);
    }

    private static NewMessage message(UUID conversation, Sender sender, String clientMessageId) {
        return new NewMessage(conversation, sender, MessageType.TEXT, "hello", clientMessageId, null, false, false);
    }

    private static ChatMessage stored(NewMessage message, long sequence) {
        return new ChatMessage(
                UUID.randomUUID(),
                message.conversation(),
                sequence,
                message.sender(),
                message.type(),
                message.text(),
                NOW,
                message.clientMessageId());
    }
}
