package dev.remotesupport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of caller a verified token speaks for. */
public enum CallerKind {
    /** Runs the installation; belongs to no organisation. */
    OPERATOR,

    /** A member of an organisation's staff. */
    STAFF,

    /** A customer whose identity the site vouched for. */
    CUSTOMER,

    /** A customer not yet identified. */
    VISITOR,

    /** The desktop helper on an enrolled device. */
    HELPER,

    /** Another system of the organisation. */
    API_KEY;

    /** The name on the wire and in the database. */
    @JsonValue
    public String wire() {
        return Wire.name(this);
    }

    /** Reads a wire name; refuses any other with an {@link IllegalArgumentException}. */
    public static CallerKind of(String wire) {
        return Wire.constant(CallerKind.class, wire);
    }
}
