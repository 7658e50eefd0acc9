package dev.remotesupport.session.staffing;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.session.schedule.HoursBody;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Reads members of the staff, with their teams and loads. */
final class StaffRows {

    /** Everything of one member; the loads come from two small indexes of the sessions that somebody has or is offered. */
    static final String SELECT_ONE = """
            SELECT member.*, load.chats, load.calls,
              ARRAY(SELECT team.id FROM team_member AS of JOIN team ON team.id = of.team_id
                    WHERE of.staff_id = member.id ORDER BY lower(team.name)) AS team_ids,
              ARRAY(SELECT team.name FROM team_member AS of JOIN team ON team.id = of.team_id
                    WHERE of.staff_id = member.id ORDER BY lower(team.name)) AS team_names
            FROM staff_member AS member
            CROSS JOIN LATERAL (
              SELECT count(*) FILTER (WHERE channels[1] <> 'call') AS chats, count(*) FILTER (WHERE channels[1] = 'call') AS calls
              FROM (SELECT channels FROM session WHERE state IN ('active', 'interrupted') AND staff_id = member.id
                    UNION ALL
                    SELECT channels FROM session WHERE state = 'offered' AND offered_to = member.id) AS held) AS load
            WHERE member.id = $1 AND member.removed_at IS NULL
            """;

    /** Everything of many; what is looked up for each of a few is joined here, because a large desk has hundreds. */
    static final String SELECT_MANY = """
            SELECT member.*, coalesce(load.chats, 0) AS chats, coalesce(load.calls, 0) AS calls,
              coalesce(teams.ids, '{}') AS team_ids, coalesce(teams.names, '{}') AS team_names
            FROM staff_member AS member
            LEFT JOIN (
              SELECT staff_id, count(*) FILTER (WHERE NOT call) AS chats, count(*) FILTER (WHERE call) AS calls
              FROM (SELECT staff_id, channels[1] = 'call' AS call FROM session WHERE state IN ('active', 'interrupted')
                    UNION ALL
                    SELECT offered_to, channels[1] = 'call' FROM session WHERE state = 'offered') AS held
              GROUP BY staff_id) AS load ON load.staff_id = member.id
            LEFT JOIN (
              SELECT of.staff_id, array_agg(team.id ORDER BY lower(team.name)) AS ids,
                array_agg(team.name ORDER BY lower(team.name)) AS names
              FROM team_member AS of JOIN team ON team.id = of.team_id
              GROUP BY of.staff_id) AS teams ON teams.staff_id = member.id
            WHERE member.removed_at IS NULL
            """;

    private StaffRows() {}

    static Optional<StaffMember> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst().map(StaffRows::read);
    }

    static List<StaffMember> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(StaffRows::read)
                .toList();
    }

    private static StaffMember read(Row row) {
        return new StaffMember(
                row.getUUID("id"),
                row.getUUID("organisation_id"),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("role")).map(StaffRole::of),
                new Capacity(row.getInteger("chat_limit"), row.getInteger("call_limit")),
                new Capacity(
                        row.getLong("chats").intValue(), row.getLong("calls").intValue()),
                teams(row),
                List.of(row.getArrayOfStrings("skills")),
                Availability.of(row.getString("availability")),
                row.getBoolean("connected"),
                row.getOffsetDateTime("since").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("offered_at")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getJsonObject("schedule")).map(HoursBody::read),
                row.getLong("version"));
    }

    private static List<StaffMember.Team> teams(Row row) {
        var ids = row.getArrayOfUUIDs("team_ids");
        var names = row.getArrayOfStrings("team_names");
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new StaffMember.Team(ids[i], names[i]))
                .toList();
    }
}
