package dev.remotesupport.session.staffing;

import dev.remotesupport.contracts.StaffRole;
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
import java.util.function.BiFunction;
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
        return change(caller, staff, (connection, member) -> set(connection, member, profile));
    }

    /** Name, role and profile of one whom the gateway knows, perhaps before its event says so. */
    Uni<StaffMember> settle(
            Caller caller, UUID staff, String name, StaffRole role, Function<StaffMember, Profile> wanted) {
        return tenancy.inTransaction(
                caller.organisationId(),
                connection -> profiles.remember(
                                connection, caller.organisationId(), staff, Optional.of(name), Optional.of(role))
                        .chain(() ->
                                change(connection, staff, (same, member) -> set(same, member, wanted.apply(member)))));
    }

    private Uni<Void> set(SqlConnection connection, StaffMember member, Profile profile) {
        return connection
                .preparedQuery(SET)
                .execute(Tuple.of(
                        member.id(),
                        (short) profile.limits().chat(),
                        (short) profile.limits().call(),
                        profile.skills().stream().sorted().toArray(String[]::new)))
                .chain(() -> teams.join(connection, member.organisation(), member.id(), profile.teams()));
    }

    /** @param schedule absent is always */
    Uni<StaffMember> schedule(Caller caller, UUID staff, Optional<Hours> schedule) {
        JsonObject json = schedule.map(HoursBody::json).orElse(null);
        return change(
                caller,
                staff,
                (connection, member) -> connection
                        .preparedQuery("UPDATE staff_member SET schedule = $2 WHERE id = $1")
                        .execute(Tuple.of(staff, json))
                        .replaceWithVoid());
    }

    /** What changes of a member who is locked. */
    private interface Change extends BiFunction<SqlConnection, StaffMember, Uni<Void>> {}

    private Uni<StaffMember> change(Caller caller, UUID staff, Change change) {
        return tenancy.inTransaction(caller.organisationId(), connection -> change(connection, staff, change));
    }

    private Uni<StaffMember> change(SqlConnection connection, UUID staff, Change change) {
        return profiles.lock(connection, staff)
                .call(member -> change.apply(connection, member))
                .invoke(member -> news.profile(connection, member.organisation()))
                .chain(() -> profiles.find(connection, staff))
                .map(StaffProfiles::known);
    }
}
