package dev.remotesupport.chat.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.chat.conversation.Holder;
import dev.remotesupport.chat.message.MessageHistory.News;
import dev.remotesupport.chat.progress.Advance;
import dev.remotesupport.chat.progress.Mark;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.contracts.chat.MessageType;
import dev.remotesupport.contracts.chat.Sender;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A room of which the database has {@code stored} messages and the tail keeps four. */
class RoomTest {

    private static final UUID CONVERSATION = UUID.randomUUID();
    private static final int PAGE = 3;
    private static final int TAIL = 4;

    private static final Viewer JONAS = new Viewer(Seat.TECHNICIAN, "jonas", true, false);

    private static final Viewer MAYA = new Viewer(Seat.CUSTOMER, "maya", false, false);

    private final Socket socket = new Socket();
    private final List<Advance> advances = new ArrayList<>();
    private long stored;

    @Test
    void aSocketThatIsBehindReadsPagesAndThenWhatComes() {
        stored = 8;
        var room = room(8);
        enter(room, 0);

        stored = 9;
        assertThat(room.posted(messages(9, 9))).isTrue();

        assertThat(socket.sequences()).containsExactlyElementsOf(range(1, 9));
    }

    @Test
    void repeatedAndOverlappingMessagesAreSentOnce() {
        var room = room(0);
        enter(room, 0);

        post(room, messages(1, 3));
        post(room, messages(2, 5));
        post(room, messages(4, 4));

        assertThat(socket.sequences()).containsExactlyElementsOf(range(1, 5));
    }

    @Test
    void whatFollowsAGapWaitsForWhatIsMissing() {
        var room = room(0);
        enter(room, 0);

        assertThat(room.posted(messages(3, 3))).isFalse();
        assertThat(socket.sequences()).isEmpty();
        assertThat(room.learn(new News(messages(1, 3), false, Holder.UNKNOWN), room.edition()))
                .isTrue();

        assertThat(socket.sequences()).containsExactlyElementsOf(range(1, 3));
    }

    @Test
    void whatIsRewrittenIsReadAndSentAgain() {
        var room = room(0);
        enter(room, 0);
        post(room, messages(1, 4));
        stored = 4;

        room.rewritten(3);

        assertThat(socket.sequences()).containsExactly(1L, 2L, 3L, 4L, 3L, 4L);
    }

    @Test
    void whatWasReadBeforeARewriteIsReadAgain() {
        var room = room(0);
        enter(room, 0);
        int before = room.edition();

        room.rewritten(1);

        assertThat(room.learn(new News(messages(1, 2), false, Holder.UNKNOWN), before))
                .isFalse();
        assertThat(socket.sequences()).isEmpty();
    }

    @Test
    void aSlowSocketHasOneFrameUnderWayAndLosesNothing() {
        var room = room(0);
        socket.slow = true;
        enter(room, 0);
        for (long n = 1; n <= 20; n++) {
            stored = n;
            post(room, messages(n, n));
        }
        assertThat(socket.frames).isEqualTo(1);

        while (socket.finish()) {}

        assertThat(socket.sequences()).containsExactlyElementsOf(range(1, 20));
    }

    @Test
    void theEndComesAfterTheLastMessageAndNothingAfterTheEnd() {
        var room = room(0);
        socket.slow = true;
        enter(room, 0);

        learn(room, new News(messages(1, 2), false, Holder.UNKNOWN));
        learn(room, new News(messages(3, 3), true, Holder.UNKNOWN));
        assertThat(socket.ended).isFalse();
        while (socket.finish()) {}

        assertThat(socket.ended).isTrue();
        assertThat(socket.sequences()).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void howeverNewsArriveEachMessageIsSentOnceAndInOrder(long seed) {
        var random = new Random(seed);
        var room = room(0);
        socket.slow = true;
        enter(room, 0);

        for (stored = 1; stored <= 200; stored++) {
            var heardOf = random.nextInt(3);
            if (heardOf > 0) {
                var from = Math.max(1, stored - random.nextInt(3));
                if (!room.posted(messages(from, stored))) {
                    learn(room, new News(messages(room.last() + 1, stored), false, Holder.UNKNOWN));
                }
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                var unused = socket.finish();
            }
        }
        stored = 200;
        learn(room, new News(messages(room.last() + 1, 200), false, Holder.UNKNOWN));
        while (socket.finish()) {}

        assertThat(socket.sequences()).containsExactlyElementsOf(range(1, 200));
    }

    @Test
    void aCustomersSocketSkipsNotesButComesPastThem() {
        var room = room(0);
        var customer = new Socket();
        enter(room, MAYA, customer, 0);

        post(room, List.of(message(1, true), message(2, false), message(3, true)));

        assertThat(customer.sequences()).containsExactly(2L);
        assertThat(customer.through).isEqualTo(3);
    }

    @Test
    void ticksGatherUntilTheyAreToldAndAreToldOnce() {
        var room = room(0);
        var customer = new Socket();
        enter(room, MAYA, customer, 0);
        enter(room, 0);
        post(room, messages(1, 2));
        post(room, messages(3, 3));
        assertThat(customer.progress).isEmpty();

        room.tellProgress();
        room.tellProgress();

        assertThat(customer.progress).containsExactly(new Mark(3, 0));
        assertThat(advances).contains(new Advance(CONVERSATION, Seat.TECHNICIAN, new Mark(3, 0)));
    }

    @Test
    void whatALeadLooksAtIsNotReadByTheOneWhoHasTheConversation() {
        var room = room(0);
        learn(room, new News(List.of(), false, new Holder(Optional.of("jonas"), false)));
        var lead = new Socket();
        var watching = enter(room, new Viewer(Seat.TECHNICIAN, "lea", true, true), lead, 0);
        post(room, messages(1, 1));

        room.read(watching, 1);

        assertThat(lead.sequences()).containsExactly(1L);
        assertThat(room.progress(Seat.TECHNICIAN)).isEqualTo(Mark.NOTHING);
    }

    @Test
    void whoHasTheConversationNoMoreIsExpelledBeforeWhatWasSaidSince() {
        var room = room(0);
        enter(room, 0);
        var customer = new Socket();
        enter(room, MAYA, customer, 0);

        learn(room, new News(messages(1, 1), false, new Holder(Optional.of("nina"), false)));

        assertThat(socket.expelled).isTrue();
        assertThat(socket.sequences()).isEmpty();
        assertThat(customer.expelled).isFalse();
        assertThat(customer.sequences()).containsExactly(1L);
    }

    private Room room(long last) {
        return new Room(
                CONVERSATION,
                UUID.randomUUID(),
                Holder.UNKNOWN,
                new Tail(last, TAIL),
                after -> Uni.createFrom().item(messages(after + 1, Math.min(after + PAGE, stored))),
                advances::add);
    }

    private static void post(Room room, List<ChatMessage> messages) {
        var complete = room.posted(messages);
        assertThat(complete).isTrue();
    }

    private static void learn(Room room, News news) {
        var complete = room.learn(news, room.edition());
        assertThat(complete).isTrue();
    }

    private void enter(Room room, long after) {
        enter(room, JONAS, socket, after);
    }

    @CanIgnoreReturnValue
    private static Feed enter(Room room, Viewer viewer, Socket socket, long after) {
        var feed = new Feed(room, viewer, socket, after);
        room.add(feed);
        feed.wake();
        return feed;
    }

    private static List<ChatMessage> messages(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> message(sequence, false))
                .toList();
    }

    private static ChatMessage message(long sequence, boolean internal) {
        var sender = new Sender(CallerKind.VISITOR, "maya", "Maya", Seat.CUSTOMER);
        return new ChatMessage(
                UUID.randomUUID(),
                CONVERSATION,
                sequence,
                sender,
                MessageType.TEXT,
                "hi",
                Instant.EPOCH,
                null,
                null,
                internal ? true : null,
                null);
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static final class Socket implements Subscriber {

        private final List<ChatMessage> seen = new ArrayList<>();
        private final List<Mark> progress = new ArrayList<>();
        private final List<String> typing = new ArrayList<>();
        private boolean expelled;
        private boolean slow;
        private boolean ended;
        private int frames;
        private long through;
        private CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);

        @Override
        public Uni<Void> messages(List<ChatMessage> messages, long last, long through) {
            assertThat(sending).as("the frame before is done").isDone();
            assertThat(ended).isFalse();
            frames++;
            seen.addAll(messages);
            this.through = through;
            sending = slow ? new CompletableFuture<>() : sending;
            return Uni.createFrom().completionStage(sending);
        }

        @Override
        public void doubted() {}

        @Override
        public Uni<Void> ended() {
            ended = true;
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> progress(Seat seat, Mark mark) {
            progress.add(mark);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> typing(Seat seat, String name) {
            typing.add(name);
            return Uni.createFrom().voidItem();
        }

        @Override
        public void expelled() {
            expelled = true;
        }

        boolean finish() {
            return sending.complete(null);
        }

        List<Long> sequences() {
            return seen.stream().map(ChatMessage::sequence).toList();
        }
    }
}
