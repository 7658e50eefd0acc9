package dev.remotesupport.bench;

import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Lists, filters, sorts and searches among very many sessions, as somebody who sees all, as the lead of a team of ten and as a member
 * of the staff who sees the own ones.
 */
final class FindScenario {

    /** Reads in a second: below the gateway's limit for one caller. */
    private static final int PACE = 40;

    private static final int STAFF = 200;
    private static final int TEAM = 10;

    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("newest", "");
        QUERIES.put("oldest", "sort=requestedAt");
        QUERIES.put("by status", "sort=status");
        QUERIES.put("by staff", "sort=staff");
        QUERIES.put("by customer", "sort=customer");
        QUERIES.put("of a state", "state=ended");
        QUERIES.put("of a state, by customer", "state=ended&sort=customer");
        QUERIES.put("of a site and a month", "site=%s&from=2026-03-01&to=2026-03-31");
        QUERIES.put("with a tag", "tag=rare");
        QUERIES.put("a word of one", "q=order-77777");
        QUERIES.put("a word of many", "q=printer");
        QUERIES.put("a word of many, by customer", "q=printer&sort=customer");
        QUERIES.put("a word of none", "q=nowhere");
    }

    private static final String FILL = """
            DO $$ BEGIN
              PERFORM set_config('session_replication_role', 'replica', true);
              INSERT INTO session.session (organisation_id, number, state, version, channels, customer_kind, customer_id,
                customer_name, customer_claimed, subject, site_id, site_name, staff_id, staff_name,
                requested_at, connected_at, ended_at, end_reason, last_active_at, tags)
              SELECT '%1$s', %2$d + n, CASE WHEN n %% 1000 = 0 THEN 'active' ELSE 'ended' END, 4, '{chat}', 'visitor', 'find-' || n,
                (ARRAY['Grace', 'Ann', 'Bea', 'Carla', 'Dora'])[1 + n %% 5] || ' ' || n %% 977, true,
                (ARRAY['Printer', 'Invoice', 'Delivery', 'Password'])[1 + n %% 4] || ' order-' || n,
                CASE WHEN n %% 3 = 0 THEN '%3$s' ELSE '%4$s' END::uuid, 'Shop',
                staff.ids[1 + n %% %5$d], 'Load ' || 1 + n %% %5$d,
                at, at + interval '1 minute', CASE WHEN n %% 1000 > 0 THEN at + interval '9 minutes' END,
                CASE WHEN n %% 1000 > 0 THEN 'done' END, at + interval '9 minutes', CASE WHEN n %% 500 = 0 THEN '{rare}'::text[] ELSE '{}' END
              FROM generate_series(1, %6$d) AS n, LATERAL (SELECT timestamptz '2026-01-01' + n * interval '2 minutes' AS at) AS time,
                (SELECT ARRAY[%7$s]::uuid[] AS ids) AS staff;
              INSERT INTO session.session_tag (organisation_id, tag, session_id)
              SELECT organisation_id, 'rare', id FROM session.session WHERE tags = '{rare}' AND organisation_id = '%1$s'
              ON CONFLICT DO NOTHING;
              UPDATE session.session_number SET last = greatest(last, %2$d + %6$d) WHERE organisation_id = '%1$s';
            END $$
            """;

    private final int sessions;
    private final int reads;
    private final LocalData data;
    private final SuiteClient suite;
    private final UUID site = UUID.randomUUID();

    FindScenario(Settings settings) throws Exception {
        sessions = settings.number("sessions", 100_000);
        reads = settings.number("reads", 60);
        data = new LocalData(settings);
        suite = new SuiteClient(Vertx.vertx(), settings);
    }

    Report run() throws Exception {
        var admin = suite.admin();
        var team = suite.post("/api/desk/teams", admin, Map.of("name", "Find " + site))
                .get("id")
                .asText();
        var member = suite.hire(admin, "support", team);
        var lead = suite.hire(admin, "team_lead", team);
        var staff = new ArrayList<String>();
        staff.add(member.id());
        for (int i = 1; i < TEAM; i++) {
            staff.add(suite.hire(admin, "support", team).id());
        }
        while (staff.size() < STAFF) {
            staff.add(UUID.randomUUID().toString());
        }
        fill(suite.startChat(suite.visitor()), staff);

        var report = new Report("Sessions: find among " + sessions)
                .row(
                        "path",
                        "gateway, one reader, " + PACE + " a second; two pages of 50 each, " + reads
                                + " times; as many before")
                .row("load", sessions + " sessions of " + STAFF + " staff; a team of " + TEAM + " and its lead");
        measure(report, "all", admin);
        measure(report, "team", suite.login(lead));
        measure(report, "own", suite.login(member));
        return report;
    }

    private void measure(Report report, String sight, String token) {
        QUERIES.forEach((name, query) -> {
            var filled = query.formatted(site);
            var unused = read(token, filled);
            report.latency(sight + ": " + name, read(token, filled));
        });
    }

    private void fill(UUID known, List<String> staff) throws SQLException {
        try (var database = data.database();
                var statement = database.createStatement()) {
            try (var rows = statement.executeQuery(
                    "SELECT organisation_id, number FROM session.session WHERE id = '" + known + "'")) {
                rows.next();
                var ids = "'" + String.join("','", staff) + "'";
                var filling = FILL.formatted(
                        rows.getString(1), rows.getLong(2), site, UUID.randomUUID(), STAFF, sessions, ids);
                try (var fill = database.createStatement()) {
                    fill.execute(filling);
                }
            }
            statement.execute("VACUUM ANALYZE session.session");
        }
    }

    private Histogram read(String token, String query) {
        var histogram = new ConcurrentHistogram(3);
        long begin = System.nanoTime();
        String after = null;
        for (int i = 0; i < 2 * reads; i++) {
            while (System.nanoTime() < begin + i * 1_000_000_000L / PACE) {
                LockSupport.parkNanos(1_000_000);
            }
            long start = System.nanoTime();
            var page = suite.get("/api/sessions?limit=50&" + query + (after == null ? "" : "&after=" + after), token);
            histogram.recordValue((System.nanoTime() - start) / 1000);
            after = i % 2 == 1 || page.get("next").isNull()
                    ? null
                    : page.get("next").asText();
        }
        return histogram;
    }
}
