package dev.remotesupport.session.staffing;

import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.tenancy.Tenancy;
import dev.remotesupport.session.schedule.Hours;
import dev.remotesupport.session.schedule.HoursBody;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What a supervisor settles for a member: how much of what, in which teams, and when. */
@ApplicationScoped
class EditProfile {

    private static final String SET = """
            UPDATE staff_member SET chat_limit = $2, call_limit = $3, skills = $4 WHERE id = $1
            """;

    private final Tenancy tenancy;
    private final StaffProfiles profiles;
    private final Teams teams;
    private final StaffNews news;

    EditProfile(Tenancy tenancy, StaffProfiles profiles, Teams teams, StaffNews news) {
        this.tenancy = tenancy;
        this.profiles = profiles;
        this.teams = teams;
        this.news = news;
    }

    record Profile(Capacity limits, Set<UUID> teams, Set<String> skills) {}

    Uni<StaffMember> edit(Caller caller, UUID staff, Profile profile) {
        return change(
                caller,
                staff,
                connection -> connection
                        .preparedQuery(SET)
                        .execute(Tuple.of(
                                staff,
                                (short) profile.limits().chat(),
                                (short) profile.limits().call(),
                                profile.skills().stream().sorted().toArray(String[]::new)))
                        .chain(() -> teams.join(connection, caller.organisationId(), staff, profile.teams())));
    }

    /** @param schedule absent is always */
    Uni<StaffMember> schedule(Caller caller, UUID staff, Optional<Hours> schedule) {
        JsonObject json = schedule.map(HoursBody::json).orElse(null);
        return change(
                caller,
                staff,
                connection -> connection
                        .preparedQuery("UPDATE staff_member SET schedule = $2 WHERE id = $1")
                        .execute(Tuple.of(staff, json))
                        .replaceWithVoid());
    }

    private Uni<StaffMember> change(Caller caller, UUID staff, Function<SqlConnection, Uni<Void>> change) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> profiles.lock(connection, staff)
                        .chain(() -> change.apply(connection))
                        .invoke(() -> news.profile(connection, caller.organisationId()))
                        .chain(() -> profiles.find(connection, staff))
                        .map(StaffProfiles::known));
    }
}
