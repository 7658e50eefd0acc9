package dev.remotesupport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a member of the staff may do, in rising order. */
public enum StaffRole {
    /** Helps customers. */
    SUPPORT,

    /** Leads technicians and may enter their sessions. */
    TEAM_LEAD,

    /** Plans and watches the work of teams. */
    SUPERVISOR,

    /** Manages staff, sites and keys. */
    ADMIN,

    /** Manages the whole organisation; an organisation never loses its last one. */
    SUPER_ADMIN;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static StaffRole of(String wire) {
        return Wire.constant(StaffRole.class, wire);
    }
}
