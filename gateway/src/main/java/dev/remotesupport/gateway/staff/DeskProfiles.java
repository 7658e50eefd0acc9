package dev.remotesupport.gateway.staff;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.gateway.account.Account;
import dev.remotesupport.gateway.upstream.InnerCalls;
import dev.remotesupport.gateway.upstream.Service;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What session-service keeps of the staff: how many sessions somebody may have, in which teams, with which skills. */
@ApplicationScoped
class DeskProfiles {

    private static final Logger LOG = Logger.getLogger(DeskProfiles.class);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final InnerCalls calls;

    DeskProfiles(InnerCalls calls) {
        this.calls = calls;
    }

    /** What is settled for somebody; what is absent stays as it is, or as it usually is. */
    record Wanted(Integer chatLimit, Integer callLimit, Set<UUID> teamIds, Set<String> skills) {}

    /** Name and role go with it, as no event tells a name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Setting(
            String name, StaffRole role, Integer chatLimit, Integer callLimit, Set<UUID> teamIds, Set<String> skills) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Profile(
            UUID id,
            String availability,
            boolean connected,
            SessionLimits limits,
            List<Team> teams,
            List<String> skills) {}

    record SessionLimits(int chat, int call) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Team(UUID id, String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Profiles(List<Profile> items) {}

    Uni<Map<UUID, Profile>> all(String authorization) {
        return calls.get(Service.SESSION, "/api/desk/staff", authorization, Profiles.class)
                .map(found -> found.items().stream().collect(Collectors.toMap(Profile::id, Function.identity())));
    }

    /** Takes everything from a member who was removed. Never fails: the event that says so is on its way. */
    Uni<Void> remove(UUID member, String authorization) {
        return calls.delete(Service.SESSION, "/internal/desk/staff/" + member, authorization)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("removal left to its event staffId=%s: %s", member, failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    Uni<Profile> settle(Account member, Wanted wanted, String authorization) {
        var setting = new Setting(
                member.name,
                member.staffRole(),
                wanted.chatLimit(),
                wanted.callLimit(),
                wanted.teamIds(),
                wanted.skills());
        return calls.send(
                HttpMethod.PUT,
                Service.SESSION,
                "/internal/desk/staff/" + member.id,
                authorization,
                setting,
                Profile.class);
    }
}
