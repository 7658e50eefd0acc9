package dev.remotesupport.session.staffing;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.Session.Staff;
import dev.remotesupport.session.schedule.Hours;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A member of the staff at one moment.
 *
 * @param name as last heard from the member's own token; events carry none
 * @param load sessions that the member has or is offered
 * @param availability the member's own word
 * @param connected whether a console of the member's is open
 * @param since when availability or connection last changed
 * @param offeredAt when the member was last offered a session
 * @param schedule absent is always
 */
public record StaffMember(
        UUID id,
        UUID organisation,
        Optional<String> name,
        Optional<StaffRole> role,
        Capacity limits,
        Capacity load,
        List<Team> teams,
        List<String> skills,
        Availability availability,
        boolean connected,
        Instant since,
        Optional<Instant> offeredAt,
        Optional<Hours> schedule,
        long version) {

    /** Several of the staff under one name. */
    public record Team(UUID id, String name) {}

    /** Whether sessions may come to this member by themselves, or from others. */
    public boolean isAvailable(Instant now) {
        return availability == Availability.ONLINE
                && connected
                && schedule.map(hours -> hours.isOpen(now)).orElse(true);
    }

    /** What stands against giving this session to the member; what the member has or is offered is there already. */
    public Optional<SessionProblem> refusal(Session session, Instant now) {
        if (!isAvailable(now)) {
            return Optional.of(SessionProblem.STAFF_NOT_AVAILABLE);
        }
        return isWith(session) || limits.leavesRoom(load, Capacity.isCall(session))
                ? Optional.empty()
                : Optional.of(SessionProblem.STAFF_AT_CAPACITY);
    }

    /** Whether a session that waits may come to this member by itself: those of a team or a skill come to nobody else. */
    public boolean serves(Session session) {
        var routing = session.routing();
        return routing.team()
                        .map(team -> teams.stream().anyMatch(mine -> mine.id().equals(team)))
                        .orElse(true)
                && routing.skill().map(skills::contains).orElse(true);
    }

    private boolean isWith(Session session) {
        return session.staff().map(Staff::id).filter(id::equals).isPresent()
                || session.routing()
                        .offer()
                        .map(Session.Offer::staffId)
                        .filter(id::equals)
                        .isPresent();
    }

    public boolean hasRoomForChats() {
        return limits.leavesRoom(load, false);
    }

    public boolean hasRoomForCalls() {
        return limits.leavesRoom(load, true);
    }

    public boolean hasRoom() {
        return hasRoomForChats() || hasRoomForCalls();
    }

    /** How many sessions the member has or is offered. */
    public int busyWith() {
        return load.total();
    }

    /** The same member with one session more, for who gives several at a time. */
    public StaffMember withAnother(Session session, Instant now) {
        return new StaffMember(
                id,
                organisation,
                name,
                role,
                limits,
                load.withAnother(Capacity.isCall(session)),
                teams,
                skills,
                availability,
                connected,
                since,
                Optional.of(now),
                schedule,
                version);
    }

    public Staff asStaff() {
        return new Staff(id, name.orElse("Staff"));
    }
}
