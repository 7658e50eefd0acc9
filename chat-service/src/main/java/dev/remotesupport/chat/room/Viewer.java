package dev.remotesupport.chat.room;

import dev.remotesupport.chat.conversation.Holder;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;

/**
 * Who looks at a conversation through a socket.
 *
 * @param person the caller's id
 * @param staff whether it may see notes
 * @param lead whether it may look into the conversations of others
 */
public record Viewer(Seat seat, String person, boolean staff, boolean lead) {

    public static Viewer of(Caller caller, Seat seat) {
        return new Viewer(
                seat, caller.id(), caller.kind() == CallerKind.STAFF, caller.isStaffAtLeast(StaffRole.TEAM_LEAD));
    }

    boolean losesAccess(Holder holder) {
        return staff && !lead && holder.excludes(person);
    }

    /** Whether what this viewer saw counts as seen by its side: a lead who looks in reads for nobody. */
    boolean readsForItsSide(Holder holder) {
        return !staff || holder.staff().map(person::equals).orElse(true);
    }
}
