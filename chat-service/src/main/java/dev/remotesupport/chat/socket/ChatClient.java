package dev.remotesupport.chat.socket;

import dev.remotesupport.chat.room.Feed;
import dev.remotesupport.platform.caller.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What is remembered of one open socket. Its frames come one after the other; timers and closes come from anywhere. */
final class ChatClient {

    private final SocketLink link;
    private final FrameLimit limit;
    private final AtomicInteger outstanding = new AtomicInteger();
    private volatile String token;
    private volatile Caller caller;
    private volatile boolean greeted;
    private volatile Feed feed;
    private volatile long timer;
    private long nextTyping = System.nanoTime();

    /** @param token the token that opens the socket, by which its bearer's session can be asked about */
    ChatClient(SocketLink link, FrameLimit limit, Caller caller, String token) {
        this.token = token;
        this.link = link;
        this.limit = limit;
        this.caller = caller;
    }

    SocketLink link() {
        return link;
    }

    FrameLimit limit() {
        return limit;
    }

    Caller caller() {
        return caller;
    }

    String token() {
        return token;
    }

    UUID conversation() {
        return binding().sessionId();
    }

    Caller.ParticipantBinding binding() {
        return caller.participant().orElseThrow();
    }

    boolean greeted() {
        return greeted;
    }

    void greet() {
        greeted = true;
    }

    Feed feed() {
        return feed;
    }

    void feed(Feed entered) {
        feed = entered;
    }

    /** Whether typing is passed on now. A socket's frames come one after the other. */
    boolean mayType(Duration distance) {
        long now = System.nanoTime();
        if (now - nextTyping < 0) {
            return false;
        }
        nextTyping = now + distance.toNanos();
        return true;
    }

    /** Whether a token speaks for the same participant, so that it may follow the one that opened the socket. */
    boolean isSamePerson(Caller renewed) {
        return renewed.kind() == caller.kind()
                && renewed.id().equals(caller.id())
                && renewed.participant().equals(caller.participant());
    }

    void renew(Caller renewed, String by) {
        caller = renewed;
        token = by;
    }

    Duration lifeOfToken() {
        var left = Duration.between(Instant.now(), caller.expiresAt());
        return left.isPositive() ? left : Duration.ofMillis(1);
    }

    /** The one timer of the socket: for the hello at first, then for the token's end. */
    long timer(long next) {
        var before = timer;
        timer = next;
        return before;
    }

    boolean beginSend(int bound) {
        if (outstanding.incrementAndGet() <= bound) {
            return true;
        }
        endSend();
        return false;
    }

    void endSend() {
        outstanding.decrementAndGet();
    }
}
