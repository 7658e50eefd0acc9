package dev.remotesupport.session.staffing;

import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.staffing.StaffMember.Team;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The teams of an organisation and who is in them. */
@ApplicationScoped
public class Teams {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String JOIN = """
            INSERT INTO team_member (team_id, staff_id, organisation_id) SELECT team, $1, $3 FROM unnest($2::uuid[]) AS team
            """;
    private static final String WAIT_FOR_ANYBODY = """
            UPDATE session SET team_id = NULL WHERE team_id = $1 AND state <> 'ended'
            """;

    private final Tenancy tenancy;
    private final StaffNews news;
    private final List<WhenTeamsChanged> whenChanged;

    Teams(Tenancy tenancy, StaffNews news, @All List<WhenTeamsChanged> whenChanged) {
        this.tenancy = tenancy;
        this.news = news;
        this.whenChanged = whenChanged;
    }

    Uni<List<Team>> all(UUID organisation) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .query("SELECT id, name FROM team ORDER BY lower(name)")
                        .execute()
                        .map(Teams::read));
    }

    Uni<Team> create(UUID organisation, String name) {
        return tenancy.inTransaction(
                        organisation,
                        connection -> connection
                                .preparedQuery(
                                        "INSERT INTO team (organisation_id, name) VALUES ($1, $2) RETURNING id, name")
                                .execute(Tuple.of(organisation, name.strip()))
                                .map(rows -> known(read(rows).stream().findFirst()))
                                .call(() -> changed(connection, organisation)))
                .onFailure(Teams::isTaken)
                .transform(failure -> taken());
    }

    Uni<Team> rename(UUID organisation, UUID team, String name) {
        return tenancy.inTransaction(
                        organisation,
                        connection -> connection
                                .preparedQuery("UPDATE team SET name = $2 WHERE id = $1 RETURNING id, name")
                                .execute(Tuple.of(team, name.strip()))
                                .map(rows -> known(read(rows).stream().findFirst())))
                .onFailure(Teams::isTaken)
                .transform(failure -> taken());
    }

    /** Sessions that wait for the team wait for anybody then. */
    Uni<Void> delete(UUID organisation, UUID team) {
        return tenancy.inTransaction(
                organisation,
                connection -> connection
                        .preparedQuery("DELETE FROM team WHERE id = $1 RETURNING id, name")
                        .execute(Tuple.of(team))
                        .map(rows -> known(read(rows).stream().findFirst()))
                        .chain(() -> connection.preparedQuery(WAIT_FOR_ANYBODY).execute(Tuple.of(team)))
                        .chain(() -> changed(connection, organisation))
                        .invoke(() -> news.profile(connection, organisation))
                        .replaceWithVoid());
    }

    /** Fails with 404 {@code team-unknown}; a team that is there stays until the transaction ends. */
    public Uni<Team> keep(SqlConnection connection, UUID team) {
        return connection
                .preparedQuery("SELECT id, name FROM team WHERE id = $1 FOR SHARE")
                .execute(Tuple.of(team))
                .map(rows -> known(read(rows).stream().findFirst()));
    }

    /** Makes these the teams of a member. */
    Uni<Void> join(SqlConnection connection, UUID organisation, UUID staff, Set<UUID> teams) {
        var ids = teams.toArray(UUID[]::new);
        return connection
                .preparedQuery("SELECT id, name FROM team WHERE id = ANY ($1) ORDER BY id FOR SHARE")
                .execute(Tuple.of(ids))
                .invoke(rows -> {
                    if (rows.size() < teams.size()) {
                        throw unknown();
                    }
                })
                .chain(() -> connection
                        .preparedQuery("DELETE FROM team_member WHERE staff_id = $1")
                        .execute(Tuple.of(staff)))
                .chain(() -> connection.preparedQuery(JOIN).execute(Tuple.of(staff, ids, organisation)))
                .chain(() -> changed(connection, organisation));
    }

    private Uni<Void> changed(SqlConnection connection, UUID organisation) {
        return Multi.createFrom()
                .iterable(whenChanged)
                .onItem()
                .transformToUniAndConcatenate(part -> part.teamsChanged(connection, organisation))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<Team> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Team(row.getUUID("id"), row.getString("name")))
                .toList();
    }

    private static Team known(Optional<Team> found) {
        return found.orElseThrow(Teams::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(SessionProblem.TEAM_UNKNOWN, "Your organisation has no team of this id.");
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    private static ProblemException taken() {
        return new ProblemException(SessionProblem.TEAM_NAME_TAKEN, "Choose another name.");
    }
}
