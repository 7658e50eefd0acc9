package dev.remotesupport.testkit;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** A fresh schema of a service for tests without Quarkus, and a pool that logs in as the service would. */
public final class TestDatabase implements AutoCloseable {
    private final String service;
    private final Map<String, String> config;
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    private TestDatabase(String service, Map<String, String> config) {
        this.service = service;
        this.config = config;
        this.pool = pool(1);
    }

    /**
     * Makes a schema that no other test uses.
     *
     * @param name what the schema's name begins with: lower-case letters
     * @param migrations locations of Flyway, such as {@code classpath:db/platform}
     */
    public static TestDatabase create(String name, String... migrations) {
        String service = name + "_" + letters(8);
        return new TestDatabase(service, Infrastructure.ofThisJvm().prepare(service, List.of(migrations)));
    }

    /** The superuser's door to the database of this JVM, to look behind a service's back; qualify the tables' names. */
    public static DataSource superuser() {
        return Infrastructure.ofThisJvm().superuser();
    }

    /** The name of the schema and the value of {@code remote-support.service}; the roles' names begin with it. */
    public String service() {
        return service;
    }

    /** A pool of exactly one connection, so that whatever one transaction leaves behind is met by the next. */
    public Pool pool() {
        return pool;
    }

    /** A further pool, closed with this database. */
    public Pool pool(int size) {
        var connect = PgConnectOptions.fromUri(config.get("quarkus.datasource.reactive.url"))
                .setUser(config.get("quarkus.datasource.username"))
                .setPassword(config.get("quarkus.datasource.password"));
        return Pool.newInstance(
                io.vertx.sqlclient.Pool.pool(vertx.getDelegate(), connect, new PoolOptions().setMaxSize(size)));
    }

    /** Drops the schema with all that is in it, and closes the pools. */
    @Override
    public void close() {
        vertx.closeAndAwait();
        try (var connection = superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA " + service + " CASCADE");
        } catch (SQLException e) {
            throw new IllegalStateException("The schema " + service + " stays", e);
        }
    }

    private static String letters(int count) {
        return ThreadLocalRandom.current()
                .ints(count, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
