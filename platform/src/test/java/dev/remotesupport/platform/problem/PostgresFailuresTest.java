package dev.remotesupport.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.platform.TestDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class PostgresFailuresTest {

    private static final TestDatabase DATABASE = new TestDatabase();

    private final Pool pool = DATABASE.pool(1);

    @Test
    void connectionThatIsGoneMayBeBackSoon() {
        var connection = pool.getConnection().await().indefinitely();
        var gone = new CompletableFuture<Void>();
        connection.closeHandler(() -> gone.complete(null));
        DATABASE.cutConnections();
        gone.join();

        var failure =
                failureOf(() -> connection.query("SELECT 1").execute().await().indefinitely());

        assertThat(PostgresFailures.isTransient(failure)).isTrue();
    }

    /** Nothing but the moment tells whether a write finds the line broken or already closed. */
    @Test
    void lineThatBreaksUnderWriteMayBeBackSoon() {
        assertThat(PostgresFailures.isTransient(new CompletionException(new IOException("Broken pipe"))))
                .isTrue();
        assertThat(PostgresFailures.isTransient(new FileNotFoundException("settings")))
                .isFalse();
    }

    @Test
    void statementThatTheServerEndedMayWorkAgain() {
        var failure = failureOf(() -> pool.query("SELECT pg_terminate_backend(pg_backend_pid())")
                .execute()
                .await()
                .indefinitely());

        assertThat(PostgresFailures.isTransient(failure)).isTrue();
    }

    @Test
    void wrongStatementStaysWrong() {
        var failure =
                failureOf(() -> pool.query("SELECT nonsense").execute().await().indefinitely());

        assertThat(PostgresFailures.isTransient(failure)).isFalse();
    }

    @Test
    void textWithoutAPlaceInPostgresIsTheCallersMistake() {
        var unstorable = failureOf(() -> pool.preparedQuery("SELECT $1::text")
                .execute(Tuple.of("nul\u0000"))
                .await()
                .indefinitely());
        var wrong =
                failureOf(() -> pool.query("SELECT nonsense").execute().await().indefinitely());

        assertThat(PostgresFailures.isUnstorable(unstorable)).isTrue();
        assertThat(PostgresFailures.isUnstorable(wrong)).isFalse();
    }

    private static Throwable failureOf(Runnable work) {
        try {
            work.run();
            throw new AssertionError("no failure");
        } catch (CompletionException wrapped) {
            return wrapped.getCause();
        } catch (RuntimeException failure) {
            return failure;
        }
    }
}
