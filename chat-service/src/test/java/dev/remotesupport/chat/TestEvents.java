package dev.remotesupport.chat;

import dev.remotesupport.contracts.Availability;
import dev.remotesupport.contracts.event.SessionAssigned;
import dev.remotesupport.contracts.event.SessionEnded;
import dev.remotesupport.contracts.event.SessionQueued;
import dev.remotesupport.contracts.event.StaffAvailabilityChanged;
import dev.remotesupport.testkit.Published;
import java.time.Instant;
import java.util.UUID;

/** What the session service says, through the broker. */
public final class TestEvents {

    private TestEvents() {}

    public static void sessionAssigned(TestPeople people) {
        sessionAssigned(people, people.technician().id(), 3);
    }

    /** The session has passed to this member of the staff. */
    public static void sessionAssigned(TestPeople people, String staff, long version) {
        Published.events(new SessionAssigned(
                people.organisation(), people.session(), version, Instant.now(), UUID.fromString(staff)));
    }

    /** The session is in the queue, at first or again. */
    public static void sessionQueued(TestPeople people, long version) {
        Published.events(new SessionQueued(people.organisation(), people.session(), version, Instant.now()));
    }

    /** A session of the organisation has been in the queue since then. */
    public static void sessionQueued(UUID organisation, UUID session, long version, Instant since) {
        Published.events(new SessionQueued(organisation, session, version, since));
    }

    /** A member of the staff takes sessions from now on, or no longer. */
    public static void staffIsThere(UUID organisation, UUID staff, long version, boolean there) {
        Published.events(new StaffAvailabilityChanged(
                organisation, staff, version, Instant.now(), there ? Availability.ONLINE : Availability.BREAK, true));
    }

    public static void sessionEnded(TestPeople people) {
        var now = Instant.now();
        Published.events(new SessionEnded(people.organisation(), people.session(), 4, now, "closed", now, now, 0));
    }

    /** It ended without anybody having helped. */
    public static void sessionMissed(TestPeople people) {
        var now = Instant.now();
        Published.events(new SessionEnded(people.organisation(), people.session(), 2, now, "abandoned", null, now, 0));
    }
}
