package dev.remotesupport.session.note;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;

/** Who changes a note. */
final class NotePolicy {

    private NotePolicy() {}

    /** Words are their author's. */
    static boolean mayEdit(Note note, Caller caller) {
        return note.author().id().equals(caller.id());
    }

    static boolean mayDelete(Note note, Caller caller) {
        return mayEdit(note, caller) || caller.isStaffAtLeast(StaffRole.TEAM_LEAD);
    }
}
