package dev.remotesupport.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.remotesupport.platform.TestDatabase;
import dev.remotesupport.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** With a pool of one connection, so that anything a transaction left behind would show in the next. */
class TenancyTest {

    private static final TestDatabase DATABASE = new TestDatabase();
    private static final Transactions TRANSACTIONS = new Transactions(DATABASE.pool(1), new Outbox());
    private static final Tenancy TENANCY = new Tenancy(TRANSACTIONS, DATABASE.service());

    private final UUID mine = UUID.randomUUID();
    private final UUID theirs = UUID.randomUUID();

    @Test
    void twoOrganisationsInTurnOnOneConnectionSeeOnlyTheirOwn() {
        write(mine, mine, "ours");
        write(theirs, theirs, "theirs");

        var seen = List.of(read(mine), read(theirs), read(mine));

        assertThat(seen).containsExactly(List.of("ours"), List.of("theirs"), List.of("ours"));
    }

    @Test
    void rowOfAnotherOrganisationCannotBeWritten() {
        assertThatThrownBy(() -> write(mine, theirs, "forged")).hasMessageContaining("row-level security");
    }

    @Test
    void nothingIsSeenOnceTheTransactionHasEnded() {
        write(mine, mine, "ours");

        var leftOver = TENANCY.inTransaction(UUID.randomUUID(), TenancyTest::texts)
                .await()
                .indefinitely();

        assertThat(leftOver).isEmpty();
    }

    @Test
    void failureRollsBackAndIsTheOneReported() {
        var work = TENANCY.inTransaction(
                mine,
                connection -> insert(connection, mine, "half done")
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));

        assertThatThrownBy(() -> work.await().indefinitely()).hasMessage("no");

        assertThat(read(mine)).isEmpty();
    }

    /** They are sent together: the work's statements are on their way when the first one fails. */
    @Test
    void whereTheFirstStatementFailsNothingOfTheWorkIsDone() {
        var work = TRANSACTIONS.run(
                connection -> connection.query("SELECT 1 / 0").execute().replaceWithVoid(),
                connection -> insert(connection, mine, "on nobody's behalf"));

        assertThatThrownBy(() -> work.await().indefinitely()).hasMessageContaining("division by zero");

        write(mine, mine, "the next on the same connection");
        assertThat(read(mine)).containsExactly("the next on the same connection");
    }

    @Test
    void callerWhoHangsUpTearsNothing() {
        var writing = new CompletableFuture<Void>();
        var goOn = new CompletableFuture<Void>();
        var call = TENANCY.inTransaction(
                        mine,
                        connection -> insert(connection, mine, "whole")
                                .invoke(() -> writing.complete(null))
                                .chain(() -> Uni.createFrom().completionStage(goOn)))
                .subscribe()
                .with(done -> {});
        writing.join();

        call.cancel();
        goOn.complete(null);

        await().untilAsserted(() -> assertThat(read(mine)).containsExactly("whole"));
    }

    @Test
    void whatIsToFollowACommitHasStartedWhenItIsOver() {
        var started = new CompletableFuture<Void>();

        TENANCY.inTransaction(mine, connection -> {
                    TENANCY.afterCommit(connection, () -> started.complete(null));
                    return insert(connection, mine, "ours");
                })
                .await()
                .indefinitely();

        assertThat(started).isCompleted();
    }

    @Test
    void nothingFollowsARollBack() {
        var started = new CompletableFuture<Void>();
        var work = TENANCY.inTransaction(mine, connection -> {
            TENANCY.afterCommit(connection, () -> started.complete(null));
            return Uni.createFrom().failure(new IllegalStateException("no"));
        });
        assertThatThrownBy(() -> work.await().indefinitely()).hasMessage("no");

        write(mine, mine, "the next on the same connection");

        assertThat(started).isNotDone();
    }

    @Test
    void systemRoleSeesAllOrganisationsInTheTablesGrantedToIt() {
        write(mine, mine, "a");
        write(theirs, theirs, "b");

        var seen = TENANCY.asSystem(TenancyTest::texts).await().indefinitely();

        assertThat(seen).contains("a", "b");
    }

    @Test
    void systemRoleSeesNothingElse() {
        var work = TENANCY.asSystem(
                connection -> connection.query("SELECT * FROM secret_note").execute());

        assertThatThrownBy(() -> work.await().indefinitely()).hasMessageContaining("permission denied");
    }

    private static void write(UUID actingFor, UUID organisation, String text) {
        TENANCY.inTransaction(actingFor, connection -> insert(connection, organisation, text))
                .await()
                .indefinitely();
    }

    private static List<String> read(UUID organisation) {
        return TENANCY.inTransaction(organisation, TenancyTest::texts).await().indefinitely();
    }

    private static Uni<Void> insert(SqlConnection connection, UUID organisation, String text) {
        return connection
                .preparedQuery("INSERT INTO note (organisation_id, text) VALUES ($1, $2)")
                .execute(Tuple.of(organisation, text))
                .replaceWithVoid();
    }

    private static Uni<List<String>> texts(SqlConnection connection) {
        return connection
                .query("SELECT text FROM note")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("text"))
                        .toList());
    }
}
