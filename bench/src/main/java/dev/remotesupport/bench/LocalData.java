package dev.remotesupport.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The data folder of a local start, beside its credentials: for filling tables faster than the API would, and finding processes. */
final class LocalData {

    private static final int LINE_OF_PORT = 3;

    private final Path folder;

    LocalData(Settings settings) {
        this.folder = settings.credentials().toAbsolutePath().getParent();
    }

    /** The folder of a process, such as {@code gateway-1}, in which it runs. */
    Path process(String name) {
        return folder.resolve("processes").resolve(name);
    }

    /** The superuser's connection to the suite's database. */
    Connection database() throws SQLException {
        try {
            var secrets = new Properties();
            try (var reader = Files.newBufferedReader(folder.resolve("secrets.properties"))) {
                secrets.load(reader);
            }
            var port = Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                    .get(LINE_OF_PORT)
                    .strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/remote_support",
                    "postgres",
                    secrets.getProperty("database"));
        } catch (IOException e) {
            throw new UncheckedIOException("not the data folder of a running local start: " + folder, e);
        }
    }
}
