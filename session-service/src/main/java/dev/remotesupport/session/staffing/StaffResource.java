package dev.remotesupport.session.staffing;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.session.schedule.HoursBody;
import dev.remotesupport.session.staffing.EditProfile.Profile;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The own desk, and those of others. */
@Path("/api/desk")
@Authenticated
@Tag(name = "Desk")
public class StaffResource {

    private final CurrentCaller caller;
    private final MyDesk desk;
    private final SetAvailability availability;
    private final EditProfile edit;

    StaffResource(CurrentCaller caller, MyDesk desk, SetAvailability availability, EditProfile edit) {
        this.caller = caller;
        this.desk = desk;
        this.availability = availability;
        this.edit = edit;
    }

    @Schema(name = "DeskMemberList")
    public record StaffList(List<StaffView> items) {}

    @Schema(name = "AvailabilityChange")
    public record AvailabilityChange(@NotNull Availability availability) {}

    /** What a supervisor settles for a member of the staff. */
    @Schema(name = "DeskProfile")
    public record ProfileBody(
            @Min(0) @Max(100) @NotNull @Schema(examples = "5")
            Integer chatLimit,

            @Min(0) @Max(100) @NotNull @Schema(examples = "2")
            Integer callLimit,

            @NotNull @Size(max = 50) Set<@NotNull UUID> teamIds,

            @NotNull @Size(max = 50) @Schema(examples = "[\"dutch\", \"payments\"]")
            Set<@NotNull @Size(max = 64) @Pattern(regexp = SKILL) String> skills) {

        static final String SKILL = "[a-z0-9][a-z0-9._-]*";

        Profile profile() {
            return new Profile(new Capacity(chatLimit, callLimit), teamIds, skills);
        }
    }

    /** When a member works; without hours, always. */
    @Schema(name = "MemberSchedule")
    public record ScheduleBody(@Valid HoursBody hours) {}

    @GET
    @Path("/me")
    @Operation(operationId = "myDesk", summary = "The own desk: availability, limits, load, teams and skills")
    public Uni<StaffView> me() {
        return desk.of(caller.get()).map(StaffView::of);
    }

    @PUT
    @Path("/me/availability")
    @Operation(
            operationId = "setMyAvailability",
            summary = "Say whether one takes sessions",
            description =
                    "Whoever is not online is offered nothing, and what was offered goes back to its place at once.")
    public Uni<StaffView> setMine(@NotNull @Valid AvailabilityChange body) {
        var current = caller.get();
        return desk.of(current)
                .chain(me -> availability.set(current, me.id(), body.availability()))
                .map(StaffView::of);
    }

    @GET
    @Path("/staff")
    @Operation(operationId = "listDesk", summary = "Who is there and does what")
    public Uni<StaffList> staff() {
        return desk.all(caller.get())
                .map(found -> new StaffList(found.stream().map(StaffView::of).toList()));
    }

    @PUT
    @Path("/staff/{id}")
    @Operation(operationId = "setProfile", summary = "Settle a member's limits, teams and skills")
    public Uni<StaffView> setProfile(UUID id, @NotNull @Valid ProfileBody body) {
        return edit.edit(caller.get(), id, body.profile()).map(StaffView::of);
    }

    @PUT
    @Path("/staff/{id}/availability")
    @Operation(
            operationId = "setAvailability",
            summary = "Send a member into a break, or back",
            description = "Team leads: the members of their teams.")
    public Uni<StaffView> setAvailability(UUID id, @NotNull @Valid AvailabilityChange body) {
        return availability.set(caller.get(), id, body.availability()).map(StaffView::of);
    }

    @GET
    @Path("/staff/{id}/schedule")
    @Operation(operationId = "getSchedule", summary = "When a member works")
    public Uni<ScheduleBody> schedule(UUID id) {
        return desk.of(caller.get(), id).map(StaffResource::schedule);
    }

    @PUT
    @Path("/staff/{id}/schedule")
    @Operation(
            operationId = "setSchedule",
            summary = "Settle when a member works",
            description = "Outside of these hours no session comes to the member by itself. Without hours, always.")
    public Uni<ScheduleBody> setSchedule(UUID id, @NotNull @Valid ScheduleBody body) {
        var hours = Optional.ofNullable(body.hours()).map(HoursBody::toHours);
        return edit.schedule(caller.get(), id, hours).map(StaffResource::schedule);
    }

    private static ScheduleBody schedule(StaffMember member) {
        return new ScheduleBody(member.schedule().map(HoursBody::of).orElse(null));
    }
}
