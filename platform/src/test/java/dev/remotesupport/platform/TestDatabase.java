package dev.remotesupport.platform;

import dev.remotesupport.embedded.EmbeddedPostgres;
import dev.remotesupport.embedded.Ports;
import dev.remotesupport.embedded.ServiceDatabase;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** One Postgres for all tests of this module; each test class gets a schema of its own. */
public final class TestDatabase {

    public static final Vertx VERTX = Vertx.vertx();

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final Path DATA = temporary().resolve("postgres");
    private static final int PORT = Ports.free();
    private static final String PASSWORD = UUID.randomUUID().toString();
    private static EmbeddedPostgres postgres = EmbeddedPostgres.start(DATA, PORT, PASSWORD);

    private final ServiceDatabase schema;

    public TestDatabase() {
        schema = new ServiceDatabase("demo_" + "x".repeat(SCHEMAS.incrementAndGet()), "owner-password", "app-password");
        schema.prepare(postgres, List.of("classpath:db/platform", "classpath:db/migration"));
    }

    public String service() {
        return schema.service();
    }

    /** A pool under the application role. */
    public Pool pool(int size) {
        var options = PgConnectOptions.fromUri(postgres.reactiveUrl())
                .setUser(schema.app())
                .setPassword("app-password")
                .setCachePreparedStatements(true)
                .setPipeliningLimit(16);
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(size))
                .connectingTo(options)
                .using(VERTX)
                .build();
    }

    /** Cuts every connection of this schema's application role, as a failing network would. */
    public void cutConnections() {
        try (var connection = postgres.superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + schema.app() + "'");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void stopPostgres() {
        postgres.close();
    }

    public static void startPostgres() {
        postgres = EmbeddedPostgres.start(DATA, PORT, PASSWORD);
    }

    public static Path temporary() {
        try {
            return Files.createTempDirectory("platform-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
