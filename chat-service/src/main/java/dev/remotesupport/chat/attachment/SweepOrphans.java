package dev.remotesupport.chat.attachment;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.chat.object.Vault;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Removes what was uploaded and never sent: first the files, then the row that knows where they are. */
@ApplicationScoped
class SweepOrphans {

    private static final Logger LOG = Logger.getLogger(SweepOrphans.class);
    private static final int BATCH = 50;

    private static final String ORPHANS = """
            SELECT id, content_key, preview_key FROM attachment WHERE NOT sent AND created_at < $1
            ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED
            """;

    private final Tenancy tenancy;
    private final Vault vault;
    private final ChatConfig.Files config;

    SweepOrphans(Tenancy tenancy, Vault vault, ChatConfig config) {
        this.tenancy = tenancy;
        this.vault = vault;
        this.config = config.files();
    }

    @Scheduled(every = "${remote-support.chat.files.sweep-every:10m}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        var before = OffsetDateTime.now(ZoneOffset.UTC).minus(config.orphans());
        return tenancy.asSystem(connection -> connection
                        .preparedQuery(ORPHANS)
                        .execute(Tuple.of(before, BATCH))
                        .chain(orphans -> removeAll(connection, orphans)))
                .onFailure()
                .invoke(failure -> LOG.warnf("sweep of files put off: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> removeAll(SqlConnection connection, RowSet<Row> orphans) {
        return Multi.createFrom()
                .iterable(orphans)
                .onItem()
                .transformToUniAndConcatenate(orphan -> remove(connection, orphan))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> remove(SqlConnection connection, Row orphan) {
        UUID id = orphan.getUUID("id");
        var preview = orphan.getString("preview_key");
        return vault.forget(orphan.getString("content_key"))
                .chain(() -> preview == null ? Uni.createFrom().voidItem() : vault.forget(preview))
                .chain(() -> connection
                        .preparedQuery("DELETE FROM attachment WHERE id = $1")
                        .execute(Tuple.of(id)))
                .replaceWithVoid();
    }
}
