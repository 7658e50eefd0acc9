package dev.remotesupport.platform.problem;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Tells a database that is away or busy from a statement that is wrong. */
public final class PostgresFailures {

    private PostgresFailures() {}

    /** Whether the same work may succeed when tried again. */
    public static boolean isTransient(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(PostgresFailures::isTransientItself);
    }

    /** Whether a text holds what no text in Postgres can, which is the character NUL. */
    static boolean isUnstorable(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(cause -> cause instanceof PgException postgres && "22021".equals(postgres.getSqlState()));
    }

    private static boolean isTransientItself(Throwable failure) {
        if (failure instanceof PgException postgres) {
            // https://www.postgresql.org/docs/current/errcodes-appendix.html: connection; rollback, as after a
            // deadlock;
            // resources; operator intervention, as a shutdown; system error.
            var state = postgres.getSqlState();
            return state != null && Stream.of("08", "40", "53", "57", "58").anyMatch(state::startsWith);
        }
        // The pg client reports a closed connection and a full or slow pool as plain Vert.x exceptions, some of them as
        // nothing but a text.
        // What the JDK says of a line that breaks while it is written to is an IOException without a class of its own.
        return failure.getClass() == IOException.class
                || failure instanceof VertxException
                || failure instanceof NoStackTraceThrowable
                || failure instanceof SocketException
                || failure instanceof UnknownHostException
                || failure instanceof ClosedChannelException
                || failure instanceof TimeoutException;
    }
}
