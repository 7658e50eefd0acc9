package dev.remotesupport.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * The schema of one service and its three roles: an owner that migrates, an application role that the service logs in
 * with and that owns nothing, and a system role that the application role can put on for work without an organisation.
 *
 * <p>Row-level security tells the last two apart, so the system role is granted without inheritance.
 *
 * @param service name of the service, which is its schema and the prefix of its roles
 * @param ownerPassword of the role that migrates
 * @param appPassword of the role that the service logs in with
 */
public record ServiceDatabase(String service, String ownerPassword, String appPassword) {
    public ServiceDatabase {
        if (!service.matches("[a-z][a-z_]{1,40}")) {
            throw new IllegalArgumentException("Not a name for a schema: " + service);
        }
    }

    public String owner() {
        return service + "_owner";
    }

    public String app() {
        return service + "_app";
    }

    public String system() {
        return service + "_system";
    }

    /**
     * Makes what is missing and migrates. Doing it again changes nothing but the passwords.
     *
     * @param locations of Flyway, such as {@code classpath:db/migration} or {@code filesystem:/folder}
     */
    public void prepare(EmbeddedPostgres postgres, List<String> locations) {
        try (var connection = postgres.superuser().getConnection();
                var statement = connection.createStatement()) {
            makeRoles(connection, statement);
            makeSchema(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("No roles and schema for " + service, e);
        }
        Flyway.configure(ServiceDatabase.class.getClassLoader())
                .dataSource(postgres.jdbcUrl(), owner(), ownerPassword)
                .defaultSchema(service)
                .schemas(service)
                .createSchemas(false)
                .locations(locations.toArray(String[]::new))
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .placeholders(Map.of("app", app(), "system", system(), "owner", owner()))
                .load()
                .migrate();
    }

    private void makeRoles(Connection connection, Statement statement) throws SQLException {
        for (String role : List.of(owner(), app(), system())) {
            statement.execute("""
                    DO $$ BEGIN
                      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF;
                    END $$""".formatted(role));
            statement.execute("ALTER ROLE %s NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS".formatted(role));
        }
        allowLogin(connection, statement, owner(), ownerPassword);
        allowLogin(connection, statement, app(), appPassword);
        statement.execute("GRANT %s TO %s WITH INHERIT FALSE, SET TRUE".formatted(system(), app()));
    }

    private void allowLogin(Connection connection, Statement statement, String role, String password)
            throws SQLException {
        String literal = connection.unwrap(PGConnection.class).escapeLiteral(password);
        statement.execute("ALTER ROLE %s LOGIN PASSWORD '%s'".formatted(role, literal));
        statement.execute("ALTER ROLE %s SET search_path = %s".formatted(role, service));
    }

    private void makeSchema(Statement statement) throws SQLException {
        statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(EmbeddedPostgres.DATABASE));
        statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
        statement.execute(
                "GRANT CONNECT ON DATABASE %s TO %s, %s".formatted(EmbeddedPostgres.DATABASE, owner(), app()));
        statement.execute("CREATE SCHEMA IF NOT EXISTS %s AUTHORIZATION %s".formatted(service, owner()));
        statement.execute("GRANT USAGE ON SCHEMA %s TO %s, %s".formatted(service, app(), system()));
    }
}
