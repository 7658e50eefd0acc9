package dev.remotesupport.signaling.lease;

/** What came of asking for a room. */
public sealed interface Claim {

    /** This replica serves the room. */
    record Taken(Lease lease) implements Claim {}

    /** Another replica does. */
    record Elsewhere(String owner) implements Claim {}
}
