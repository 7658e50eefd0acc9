package dev.remotesupport.signaling.socket;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;

/** When a connection ends by itself: no hello came in time, or its token has come to its end. */
final class Deadlines {

    private final Vertx vertx;
    private final long hello;
    private long token = -1; // none yet: timers count from 0 on

    Deadlines(Vertx vertx, Duration helloWithin, Runnable noHello) {
        this.vertx = vertx;
        this.hello = vertx.setTimer(Math.max(1, helloWithin.toMillis()), timer -> noHello.run());
    }

    void greeted() {
        vertx.cancelTimer(hello);
    }

    /** Counts instead of the token before it. */
    synchronized void token(Instant expiresAt, Runnable expired) {
        vertx.cancelTimer(token);
        long left = Duration.between(Instant.now(), expiresAt).toMillis();
        token = vertx.setTimer(Math.max(1, left), timer -> expired.run());
    }

    synchronized void cancel() {
        vertx.cancelTimer(hello);
        vertx.cancelTimer(token);
    }
}
