package dev.remotesupport.chat.room;

import dev.remotesupport.contracts.chat.ChatMessage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/**
 * What one socket gets: every message after where it began, once and in order. It does one thing at a time; being woken
 * meanwhile only makes it look again afterwards.
 */
public final class Feed {

    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);

    private final Room room;
    private final Subscriber subscriber;
    private long cursor;
    private boolean busy;
    private volatile boolean over;

    /** @param after the sequence of the last message that the socket has */
    Feed(Room room, Subscriber subscriber, long after) {
        this.room = room;
        this.subscriber = subscriber;
        this.cursor = after;
    }

    Room room() {
        return room;
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
                busy = false;
                yield null;
            }
        };
    }

    private Uni<Void> fetchAndSend() {
        return Uni.createFrom()
                .deferred(() -> room.pageAfter(cursor))
                .onFailure(failure -> !over)
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely()
                .chain(page -> send(page, Math.max(room.last(), page.getLast().sequence())));
    }

    private synchronized Uni<Void> send(List<ChatMessage> messages, long last) {
        cursor = messages.getLast().sequence();
        return subscriber.messages(messages, last);
    }
}
