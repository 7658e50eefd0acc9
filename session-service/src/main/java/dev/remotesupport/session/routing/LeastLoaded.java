package dev.remotesupport.session.routing;

import dev.remotesupport.session.staffing.StaffMember;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Members in the order in which they get sessions: who has fewest, among equals who has been offered nothing for longest. */
final class LeastLoaded {

    private static final Comparator<StaffMember> ORDER = Comparator.comparingInt(StaffMember::busyWith)
            .thenComparing(member -> member.offeredAt().orElse(Instant.MIN))
            .thenComparing(StaffMember::id);

    private final PriorityQueue<StaffMember> members = new PriorityQueue<>(ORDER);

    static LeastLoaded of(Collection<StaffMember> members) {
        var order = new LeastLoaded();
        members.forEach(order::add);
        return order;
    }

    /** Only who has room for more. */
    void add(StaffMember member) {
        if (member.hasRoom()) {
            members.add(member);
        }
    }

    /** Takes the first out. */
    Optional<StaffMember> next() {
        return Optional.ofNullable(members.poll());
    }

    boolean isEmpty() {
        return members.isEmpty();
    }
}
