package dev.remotesupport.chat.room;

import dev.remotesupport.chat.conversation.Holder;
import dev.remotesupport.chat.progress.Mark;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.ChatMessage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/**
 * What one socket gets: every message after where it began that is for it, once and in order, and between them the newest of
 * how far the other side has come and of who is writing. It does one thing at a time; being woken meanwhile only makes it look
 * again afterwards.
 */
public final class Feed {

    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);

    private final Room room;
    private final Viewer viewer;
    private final Subscriber subscriber;
    private Mark told;
    private boolean progressDue;
    private Signal.Typing typing;
    private long cursor;
    private int rewinds;
    private boolean busy;
    private volatile boolean over;

    /** @param after the sequence of the last message that the socket has */
    Feed(Room room, Viewer viewer, Subscriber subscriber, long after) {
        this.room = room;
        this.viewer = viewer;
        this.subscriber = subscriber;
        this.cursor = after;
    }

    Room room() {
        return room;
    }

    Viewer viewer() {
        return viewer;
    }

    /** There may be something to do. */
    void wake() {
        synchronized (this) {
            if (busy || over) {
                return;
            }
            busy = true;
        }
        work();
    }

    /** Sends again what follows this sequence, as far as it was sent. */
    void rewind(long after) {
        synchronized (this) {
            cursor = Math.min(cursor, after);
            rewinds++;
        }
        wake();
    }

    /** The other side may have come further. */
    void progressed() {
        synchronized (this) {
            progressDue = true;
        }
        wake();
    }

    void typing(Signal.Typing somebody) {
        synchronized (this) {
            typing = somebody;
        }
        wake();
    }

    /** Ends it if its technician has the conversation no more. */
    void holder(Holder holder) {
        if (viewer.losesAccess(holder)) {
            stop();
            subscriber.expelled();
        }
    }

    /** The conversation may have passed on to somebody whom its lead does not lead, or teams have changed. */
    void doubt() {
        if (viewer.lead()) {
            subscriber.doubted();
        }
    }

    /** Stops for good. */
    void stop() {
        over = true;
    }

    private void work() {
        var step = next();
        if (step != null) {
            // A send fails when its socket is gone: that ends the feed, and the socket's close tidies up.
            var unused = step.subscribe().with(done -> work(), failure -> stop());
        }
    }

    /** The next thing to do, or null to rest. */
    private synchronized Uni<Void> next() {
        if (over) {
            return null;
        }
        return switch (room.next(cursor)) {
            case Room.Step.Send send -> send(send.messages(), send.last());
            case Room.Step.Fetch fetch -> fetchAndSend();
            case Room.Step.End end -> {
                over = true;
                yield subscriber.ended();
            }
            case Room.Step.Rest rest -> {
                var aside = aside();
                busy = aside != null;
                yield aside;
            }
        };
    }

    /** What is told when all messages are: the newest only, however much came meanwhile. */
    private Uni<Void> aside() {
        if (progressDue) {
            progressDue = false;
            var other = viewer.seat() == Seat.CUSTOMER ? Seat.TECHNICIAN : Seat.CUSTOMER;
            var mark = room.progress(other);
            if (!mark.equals(told)) {
                told = mark;
                return subscriber.progress(other, mark);
            }
        }
        var somebody = typing;
        typing = null;
        return somebody == null ? null : subscriber.typing(somebody.seat(), somebody.name());
    }

    private Uni<Void> fetchAndSend() {
        int begun = rewinds;
        return Uni.createFrom()
                .deferred(() -> room.pageAfter(cursor))
                .onFailure(failure -> !over)
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely()
                .chain(page -> sendFetched(page, begun));
    }

    /** What was read before a rewind may be what the texts were. */
    private synchronized Uni<Void> sendFetched(List<ChatMessage> page, int begun) {
        return begun == rewinds
                ? send(page, Math.max(room.last(), page.getLast().sequence()))
                : Uni.createFrom().voidItem();
    }

    private synchronized Uni<Void> send(List<ChatMessage> messages, long last) {
        long through = messages.getLast().sequence();
        cursor = through;
        var mine = viewer.staff() ? messages : withoutNotes(messages);
        return mine.isEmpty()
                ? Uni.createFrom().voidItem()
                : subscriber.messages(mine, last, through).invoke(() -> room.delivered(this, through));
    }

    private static List<ChatMessage> withoutNotes(List<ChatMessage> messages) {
        for (var message : messages) {
            if (message.forStaffAlone()) {
                return messages.stream().filter(one -> !one.forStaffAlone()).toList();
            }
        }
        return messages;
    }
}
