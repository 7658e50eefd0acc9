package dev.remotesupport.platform.tenancy;

import dev.remotesupport.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** Begins, commits and rolls back, and tells the outbox how it ended. For the platform's own parts; services use {@link Tenancy}. */
@ApplicationScoped
public class Transactions {

    private final Pool pool;
    private final Outbox outbox;
    private final Map<Object, List<Runnable>> afterCommit = new ConcurrentHashMap<>();

    public Transactions(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /**
     * Runs {@code work} in one transaction, to its end even if the caller hangs up meanwhile: half of it helps nobody.
     *
     * @param first the statement that says on whose behalf. BEGIN, it and the first statement of {@code work} leave together,
     *     nobody waits in between: where one of them fails, Postgres refuses those after it
     */
    public <T> Uni<T> run(Function<SqlConnection, Uni<Void>> first, Function<SqlConnection, Uni<T>> work) {
        var transaction = pool.withConnection(connection -> Uni.combine()
                .all()
                .unis(
                        settled(connection::begin),
                        settled(() -> first.apply(connection)),
                        settled(() -> work.apply(connection)))
                .asTuple()
                .chain(done -> end(connection, done.getItem1(), done.getItem2(), done.getItem3())));
        return Uni.createFrom().emitter(caller -> {
            var unused = transaction.subscribe().with(caller::complete, caller::fail);
        });
    }

    public <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
        return run(connection -> Uni.createFrom().voidItem(), work);
    }

    private static <T> Uni<Settled<T>> settled(Supplier<Uni<? extends T>> step) {
        return Uni.createFrom().<T>deferred(step).onItemOrFailure().transform(Settled::new);
    }

    private <T> Uni<T> end(SqlConnection connection, Settled<Transaction> begun, Settled<Void> first, Settled<T> work) {
        if (begun.failure() != null) {
            forget(connection);
            return Uni.createFrom().failure(begun.failure());
        }
        var failure = first.failure() == null ? work.failure() : first.failure();
        return failure == null
                ? commit(connection, begun.result()).replaceWith(work.result())
                : rollback(connection, begun.result())
                        .chain(() -> Uni.createFrom().failure(failure));
    }

    private Uni<Void> commit(SqlConnection connection, Transaction transaction) {
        return transaction
                .commit()
                .invoke(() -> outbox.committed(connection))
                .invoke(() -> takeAfterCommit(connection).forEach(Runnable::run))
                .onFailure()
                .invoke(() -> forget(connection));
    }

    /** Never fails itself: what failed before is what to report. */
    private Uni<Void> rollback(SqlConnection connection, Transaction transaction) {
        forget(connection);
        return transaction.rollback().onFailure().recoverWithNull();
    }

    void afterCommit(SqlConnection connection, Runnable work) {
        afterCommit
                .computeIfAbsent(connection.getDelegate(), running -> new CopyOnWriteArrayList<>())
                .add(work);
    }

    private List<Runnable> takeAfterCommit(SqlConnection connection) {
        return Optional.ofNullable(afterCommit.remove(connection.getDelegate())).orElse(List.of());
    }

    private void forget(SqlConnection connection) {
        outbox.rolledBack(connection);
        var unused = takeAfterCommit(connection);
    }

    private record Settled<T>(T result, Throwable failure) {}
}
