package dev.remotesupport.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedTest {
    private static final List<String> MIGRATIONS = List.of("classpath:db/migration");

    @TempDir
    Path data;

    private EmbeddedPostgres postgres;
    private final ServiceDatabase notes = new ServiceDatabase("notes", "owner'secret", "app'secret");

    @BeforeEach
    void start() {
        postgres = EmbeddedPostgres.start(data.resolve("postgres"), Ports.free(), "secret");
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void postgresIsDurableAndAsksForAPassword() throws SQLException {
        try (var connection = postgres.superuser().getConnection()) {
            assertThat(value(connection, "SHOW fsync")).isEqualTo("on");
            assertThat(value(connection, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(value(connection, "SHOW server_version")).startsWith("18.");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void theApplicationRoleSeesOneOrganisationAndTheSystemRoleAll() throws SQLException {
        notes.prepare(postgres, MIGRATIONS);
        try (var app = app()) {
            app.setAutoCommit(false);
            for (var organisation : List.of(UUID.randomUUID(), UUID.randomUUID())) {
                enter(app, organisation);
                run(app, "INSERT INTO note (organisation_id, text) VALUES ('%s', 'x')".formatted(organisation));
                assertThat(value(app, "SELECT count(*) FROM note")).isEqualTo("1");
                app.commit();
            }

            assertThat(value(app, "SELECT count(*) FROM note")).isEqualTo("0");
            run(app, "SET LOCAL ROLE notes_system");
            assertThat(value(app, "SELECT count(*) FROM note")).isEqualTo("2");
        }
    }

    @Test
    void theApplicationRoleOwnsNothingAndMakesNothing() throws SQLException {
        notes.prepare(postgres, MIGRATIONS);
        try (var app = app()) {
            for (String refused : List.of(
                    "CREATE TABLE mine (id int)",
                    "CREATE TABLE public.mine (id int)",
                    "CREATE TEMP TABLE mine (id int)",
                    "ALTER TABLE note DISABLE ROW LEVEL SECURITY",
                    "SET ROLE notes_owner",
                    "SELECT * FROM flyway_schema_history")) {
                assertThatThrownBy(() -> run(app, refused))
                        .as(refused)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    @Test
    void whatWasWrittenIsThereAfterARestartOnTheSamePort() throws SQLException {
        notes.prepare(postgres, MIGRATIONS);
        try (var connection = postgres.superuser().getConnection()) {
            run(connection, "INSERT INTO notes.note (organisation_id, text) VALUES (gen_random_uuid(), 'kept')");
        }

        postgres.close();
        postgres = EmbeddedPostgres.start(data.resolve("postgres"), postgres.port(), "secret");
        notes.prepare(postgres, MIGRATIONS);

        try (var connection = postgres.superuser().getConnection()) {
            assertThat(value(connection, "SELECT text FROM notes.note")).isEqualTo("kept");
        }
    }

    @Test
    void kafkaKeepsItsTopicsOverARestart() throws Exception {
        int port = Ports.free();
        for (int start = 1; start <= 2; start++) {
            try (var kafka = EmbeddedKafka.start(data.resolve("kafka"), port);
                    var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrderElementsOf(EmbeddedKafka.TOPICS);
            }
        }
    }

    private Connection app() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), notes.app(), notes.appPassword());
    }

    private static void enter(Connection connection, UUID organisation) throws SQLException {
        assertThat(value(connection, "SELECT set_config('app.organisation', '%s', true)".formatted(organisation)))
                .isNotEmpty();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
