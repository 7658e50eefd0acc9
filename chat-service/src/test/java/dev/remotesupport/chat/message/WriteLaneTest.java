package dev.remotesupport.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.MessageType;
import dev.remotesupport.contracts.chat.Sender;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WriteLaneTest {

    private static final Outcome STORED = new Outcome.Refused(ChatProblem.SESSION_ENDED);
    private static final Sender MAYA = new Sender(CallerKind.VISITOR, "maya", "Maya", Seat.CUSTOMER);

    private final List<List<String>> batches = new ArrayList<>();
    private final List<CompletableFuture<List<Outcome>>> transactions = new ArrayList<>();
    private final List<Runnable> timed = new ArrayList<>();
    private final List<Runnable> looks = new ArrayList<>();
    private Duration patience = Duration.ofDays(1);

    @Test
    void oneMessageDoesNotWaitForOthers() {
        var lane = lane(10, 10);

        var unused = write(lane, "a");

        assertThat(batches).containsExactly(List.of("a"));
    }

    @Test
    void whatArrivesDuringATransactionSharesTheNextInItsOrder() {
        var lane = lane(10, 10);
        var first = write(lane, "a");
        var others = List.of(write(lane, "b"), write(lane, "c"), write(lane, "d"));

        commit(0);

        assertThat(batches).containsExactly(List.of("a"), List.of("b", "c", "d"));
        assertThat(first).isCompletedWithValue(STORED);
        assertThat(others).noneMatch(CompletableFuture::isDone);
        commit(1);
        assertThat(others).allMatch(CompletableFuture::isDone);
    }

    @Test
    void aBatchIsBounded() {
        var lane = lane(2, 10);
        IntStream.range(0, 6).forEach(i -> {
            var unused = write(lane, "m" + i);
        });

        IntStream.range(0, 3).forEach(this::commit);

        assertThat(batches).containsExactly(List.of("m0"), List.of("m1", "m2"), List.of("m3", "m4"), List.of("m5"));
    }

    @Test
    void tooManyWaitingAreRefusedAtOnce() {
        var lane = lane(2, 3);
        IntStream.range(0, 4).forEach(i -> {
            var unused = write(lane, "m" + i);
        });

        assertThat(write(lane, "one too many")).isCompletedWithValue(new Outcome.Refused(ChatProblem.BUSY));
    }

    @Test
    void aFailedTransactionFailsItsMessagesAndTheNextGoesOn() {
        var lane = lane(10, 10);
        var first = write(lane, "a");
        var second = write(lane, "b");

        transactions.getFirst().completeExceptionally(new IllegalStateException("away"));
        commit(1);

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedWithValue(STORED);
    }

    @Test
    void transactionsKeepTheirDistanceAndALoneMessageDoesNot() {
        var lane = lane(10, 10, Duration.ofHours(1));
        var unused = write(lane, "a");
        commit(0);
        unused = write(lane, "b");
        unused = write(lane, "c");
        assertThat(batches).containsExactly(List.of("a"));

        assertThat(timed).hasSize(1);
        timed.getFirst().run();

        assertThat(batches).containsExactly(List.of("a"), List.of("b", "c"));
    }

    @Test
    void whoWaitsTooLongIsToldAndTheTransactionGoesOn() {
        patience = Duration.ofNanos(5);
        var lane = lane(10, 10);
        var underWay = write(lane, "a");
        var waiting = write(lane, "b");

        looks.getFirst().run();

        assertThat(List.of(underWay, waiting))
                .allSatisfy(message ->
                        assertThat(message).isCompletedWithValue(new Outcome.Refused(ChatProblem.UNAVAILABLE)));
        commit(0);
        assertThat(batches).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void whoDoesNotWaitLongIsLeftAlone() {
        var lane = lane(10, 10);
        var message = write(lane, "a");

        looks.getFirst().run();

        assertThat(message).isNotDone();
        assertThat(looks).as("looks again while something is under way").hasSize(2);
    }

    private WriteLane lane(int batch, int bound) {
        return lane(batch, bound, Duration.ZERO);
    }

    private WriteLane lane(int batch, int bound, Duration distance) {
        return new WriteLane(
                messages -> {
                    batches.add(messages.stream().map(NewMessage::text).toList());
                    var transaction = new CompletableFuture<List<Outcome>>();
                    transactions.add(transaction);
                    return Uni.createFrom().completionStage(transaction);
                },
                new WriteLane.Bounds(batch, bound, distance, patience),
                (delay, work) -> (delay.equals(patience.dividedBy(5)) ? looks : timed).add(work));
    }

    private static CompletableFuture<Outcome> write(WriteLane lane, String text) {
        return lane.write(new NewMessage(UUID.randomUUID(), MAYA, MessageType.TEXT, text, null, null, false, false))
                .subscribeAsCompletionStage();
    }

    private void commit(int transaction) {
        transactions
                .get(transaction)
                .complete(Collections.nCopies(batches.get(transaction).size(), STORED));
    }
}
