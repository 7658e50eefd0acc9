package dev.remotesupport.gateway.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.remotesupport.contracts.event.EventJson;
import dev.remotesupport.contracts.event.OrganisationChanged;
import dev.remotesupport.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What V18 does where organisations are already: it is run once more, as the role that migrates. */
class PlansToldAgainTest {

    private final UUID shop = UUID.randomUUID();
    private final UUID bakery = UUID.randomUUID();

    @Test
    void organisationsThatExistAreToldWithTheLimitsOfTheirPlans() throws Exception {
        try (var database = TestDatabase.create("gateway", "classpath:db/platform", "classpath:db/migration");
                var connection = TestDatabase.superuser().getConnection();
                var statement = connection.createStatement()) {
            run(statement, "SET search_path = " + database.service());
            run(statement, """
                    INSERT INTO organisation (id, name, plan, suspended, version, created_at) VALUES
                      ('%s', 'Shop', 'team', false, 4, now()), ('%s', 'Bakery', 'starter', true, 1, now())
                    """.formatted(shop, bakery));
            run(statement, "SET ROLE " + database.service() + "_owner");

            run(statement, migration());

            var told = told(statement);
            assertThat(told)
                    .extracting(
                            OrganisationChanged::organisation,
                            OrganisationChanged::version,
                            OrganisationChanged::plan,
                            OrganisationChanged::suspended,
                            OrganisationChanged::maxConcurrentSessions)
                    .containsExactlyInAnyOrder(
                            tuple(shop, 5L, "team", false, 25), tuple(bakery, 2L, "starter", true, 3));
            // The owner sees none again, and the next change goes on from there.
            assertThat(number(statement, "SELECT count(*) FROM organisation")).isZero();
            run(statement, "RESET ROLE");
            assertThat(number(statement, "SELECT version FROM organisation WHERE id = '%s'".formatted(shop)))
                    .isEqualTo(5);
        }
    }

    private static List<OrganisationChanged> told(Statement statement) throws SQLException {
        var told = new ArrayList<OrganisationChanged>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT payload, topic, event_key, event_version, type, organisation_id FROM outbox")) {
            while (rows.next()) {
                var event = (OrganisationChanged) EventJson.read(rows.getString("payload"));
                assertThat(rows.getString("topic")).isEqualTo(event.topic());
                assertThat(rows.getString("event_key")).isEqualTo(event.key());
                assertThat(rows.getLong("event_version")).isEqualTo(event.version());
                assertThat(rows.getString("type")).isEqualTo(event.type());
                assertThat(rows.getObject("organisation_id")).isEqualTo(event.organisation());
                told.add(event);
            }
        }
        return told;
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void run(Statement statement, String sql) throws SQLException {
        var unused = statement.execute(sql);
    }

    private static String migration() throws IOException {
        try (var file = PlansToldAgainTest.class.getResourceAsStream("/db/migration/V18__plans_told_again.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
