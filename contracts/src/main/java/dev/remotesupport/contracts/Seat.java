package dev.remotesupport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/** On which side of a session a participant sits. */
public enum Seat {
    /** Whoever is being helped: owns the page or device and gives the grants. */
    CUSTOMER,

    /** Whoever helps: a member of the staff. */
    TECHNICIAN;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static Seat of(String wire) {
        return Wire.constant(Seat.class, wire);
    }
}
