package dev.remotesupport.embedded;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL server with the database {@value #DATABASE}, on the loopback address and behind a password.
 *
 * <p>It is as durable as in production: fsync and synchronous commit are on. It works for root too, and stops when this
 * JVM ends, however it ends.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    public static final String DATABASE = "remote_support";

    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final ProcessGuard guard;
    private final long pid;
    private final int port;
    private final String password;

    private EmbeddedPostgres(
            io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, long pid, int port, String password) {
        this.server = server;
        this.guard = ProcessGuard.watch(pid, "INT", "QUIT");
        this.pid = pid;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server, on what an earlier start left in the data directory if there is something.
     *
     * @param data directory of the server's files; made when missing and kept at the end
     * @param port free port on the loopback address
     * @param password the superuser's; the same at every start on the same data
     */
    public static EmbeddedPostgres start(Path data, int port, String password) {
        try {
            Path home = Files.createDirectories(data.toAbsolutePath().getParent());
            useOwnBinaries();
            stopLeftover(data);
            Path passwordFile = Files.createTempFile(home, "initdb", ".txt", ownerOnly("rw-------"));
            try {
                Files.writeString(passwordFile, password + "\n");
                var server = settings(passwordFile)
                        .setDataDirectory(data)
                        .setPort(port)
                        .setConnectConfig("password", password)
                        .start();
                return new EmbeddedPostgres(server, postmaster(data), port, password).withDatabase();
            } finally {
                Files.delete(passwordFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Postgres did not start on " + data, e);
        }
    }

    private static Builder settings(Path passwordFile) {
        return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The starter passes -F; the last word on durability is ours.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "48MB")
                .setServerConfig("max_wal_size", "256MB")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("io_method", "sync")
                .setServerConfig("jit", "off");
    }

    /** The URL for JDBC, which migrations use. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE);
    }

    /** The URL for the reactive client, which services use. */
    public String reactiveUrl() {
        return "postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE);
    }

    public int port() {
        return port;
    }

    /** The id of the server's first process, whose children do the work. */
    public long pid() {
        return pid;
    }

    /** The superuser's door to the database, for making roles and for tests that look behind the scenes. */
    public DataSource superuser() {
        return dataSource(DATABASE);
    }

    /** Stops the server cleanly; sessions are cut off. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Postgres did not stop", e);
        } finally {
            guard.close();
        }
    }

    @CanIgnoreReturnValue
    private EmbeddedPostgres withDatabase() {
        try (var connection = dataSource(SUPERUSER).getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
            return this;
        } catch (SQLException e) {
            close();
            throw new IllegalStateException("No database " + DATABASE, e);
        }
    }

    private DataSource dataSource(String database) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(SUPERUSER);
        source.setPassword(password);
        return source;
    }

    /** Unpacks the binaries below the user's own cache: a shared folder for temporary files could be prepared by others. */
    private static void useOwnBinaries() throws IOException {
        String cache = System.getenv()
                .getOrDefault(
                        "XDG_CACHE_HOME",
                        Path.of(System.getProperty("user.home"), ".cache").toString());
        Path own = Path.of(cache, "remote-support");
        if (!Files.isDirectory(own)) {
            Files.createDirectories(own.getParent());
            Files.createDirectory(own, ownerOnly("rwx------"));
        }
        System.setProperty("ot.epg.working-dir", own.resolve("postgres").toString());
    }

    /** Stops a server that an earlier, killed start left on the same data. */
    private static void stopLeftover(Path data) throws IOException {
        if (!Files.exists(data.resolve("postmaster.pid"))) {
            return;
        }
        var leftover = ProcessHandle.of(postmaster(data))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        if (leftover.isPresent()) {
            leftover.get().destroy();
            leftover.get().onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().trim());
    }

    private static java.nio.file.attribute.FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
