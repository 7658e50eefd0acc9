package dev.remotesupport.session.staffing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.session.schedule.HoursBody;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member of the staff at the desk, as REST shows it. */
@Schema(name = "DeskMember")
public record StaffView(
        UUID id,

        @Schema(description = "Null until the member has signed in once.", examples = "Ada Lovelace")
        String name,

        StaffRole role,

        @Schema(description = "The member's own word.") Availability availability,

        @Schema(description = "Whether a console of the member's was heard within 15 seconds.")
        boolean connected,

        @Schema(
                description =
                        "Whether sessions come to the member: online, connected, within the schedule, and room for more.")
        boolean available,

        @Schema(description = "When availability or connection last changed.")
        Instant since,

        @Schema(description = "How many sessions of each kind the member may have.")
        Capacity limits,

        @Schema(description = "How many the member has or is offered.")
        Capacity load,

        List<TeamView> teams,
        @Schema(examples = "[\"dutch\", \"payments\"]") List<String> skills,

        @JsonInclude(JsonInclude.Include.NON_NULL) HoursBody schedule) {

    @Schema(name = "Team")
    public record TeamView(
            UUID id, @Schema(examples = "Payments") String name) {

        static TeamView of(StaffMember.Team team) {
            return new TeamView(team.id(), team.name());
        }
    }

    static StaffView of(StaffMember member) {
        return new StaffView(
                member.id(),
                member.name().orElse(null),
                member.role().orElse(null),
                member.availability(),
                member.connected(),
                member.isAvailable(Instant.now()) && member.hasRoom(),
                member.since(),
                member.limits(),
                member.load(),
                member.teams().stream().map(TeamView::of).toList(),
                member.skills(),
                member.schedule().map(HoursBody::of).orElse(null));
    }
}
