package dev.remotesupport.session.routing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.platform.outbox.Outbox;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.platform.tenancy.Transactions;
import dev.remotesupport.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A desk without Quarkus: members, who waits, and replicas that claim, on a real Postgres. */
final class Desk implements AutoCloseable {

    final UUID organisation = UUID.randomUUID();
    private final TestDatabase database =
            TestDatabase.create("session", "classpath:db/platform", "classpath:db/migration");
    private final Connection superuser = connect();

    /** What a replica claims with: connections of its own. */
    Claims replica() {
        var tenancy = new Tenancy(new Transactions(database.pool(6), new Outbox()), database.service());
        return Claims.standing(tenancy, new Outbox(), new SimpleMeterRegistry());
    }

    /** Members who are there and take sessions; every third is of the team, every second knows Dutch. */
    List<UUID> members(int count, int chats, int calls, UUID team) {
        var members = new ArrayList<UUID>();
        sql("INSERT INTO team (id, organisation_id, name) VALUES ('%s', '%s', 'Payments')"
                .formatted(team, organisation));
        for (var i = 0; i < count; i++) {
            var id = UUID.randomUUID();
            members.add(id);
            sql("""
                    INSERT INTO staff_member (id, organisation_id, name, chat_limit, call_limit, skills, availability, said, connected, seen_at)
                    VALUES ('%s', '%s', 'Member', %d, %d, '%s', 'online', true, true, now())
                    """.formatted(id, organisation, chats, calls, i % 2 == 0 ? "{dutch}" : "{}"));
            if (i % 3 == 0) {
                sql("INSERT INTO team_member (team_id, staff_id, organisation_id) VALUES ('%s', '%s', '%s')"
                        .formatted(team, id, organisation));
            }
        }
        return members;
    }

    /** Sessions that wait: one in ten is a call, one in five for the team, one in seven for somebody who knows Dutch. */
    void waiting(int count, UUID team) {
        sql("""
                INSERT INTO session (organisation_id, number, channels, customer_kind, customer_id, customer_name, customer_claimed,
                  requested_at, last_active_at, team_id, skill)
                SELECT '%1$s', n, CASE WHEN n %% 10 = 0 THEN '{call}' ELSE '{chat}' END::text[], 'visitor', 'v' || n, 'Visitor', true,
                  now() - interval '2 hours' + n * interval '1 second', now(),
                  CASE WHEN n %% 5 = 0 THEN '%2$s'::uuid END, CASE WHEN n %% 7 = 0 THEN 'dutch' END
                FROM generate_series(1, %3$d) AS n
                """.formatted(organisation, team, count));
        sql("UPDATE session SET state = 'queued', version = version + 1");
        sql("ANALYZE session");
    }

    @CanIgnoreReturnValue
    synchronized int sql(String statement) {
        try (var sql = superuser.createStatement()) {
            if (!sql.execute(statement)) {
                return sql.getUpdateCount();
            }
            var rows = sql.getResultSet();
            return rows.next() ? rows.getInt(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized Set<UUID> ids(String query) {
        try (var sql = superuser.createStatement();
                var rows = sql.executeQuery(query)) {
            var ids = new HashSet<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another door of the same kind, for somebody who works at the same time. */
    Connection connect() {
        try {
            var connection = TestDatabase.superuser().getConnection();
            try (var sql = connection.createStatement()) {
                sql.execute("SET search_path = " + database.service());
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            superuser.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        database.close();
    }
}
