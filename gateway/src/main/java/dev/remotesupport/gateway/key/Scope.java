package dev.remotesupport.gateway.key;

import java.util.Arrays;
import java.util.Optional;

/** What an API key may be allowed to do. Services check the names, which the exchanged token carries. */
enum Scope {
    SESSIONS_READ("sessions:read", "Read sessions, their states and grants"),
    SESSIONS_WRITE("sessions:write", "Begin, assign and end sessions"),
    CHAT_READ("chat:read", "Read conversations"),
    CHAT_WRITE("chat:write", "Post messages"),
    DEVICES_READ("devices:read", "Read devices and when they were seen"),
    STATS_READ("stats:read", "Read statistics"),
    AUDIT_READ("audit:read", "Read the audit log");

    private final String wire;
    private final String title;

    Scope(String wire, String title) {
        this.wire = wire;
        this.title = title;
    }

    String wire() {
        return wire;
    }

    String title() {
        return title;
    }

    static Optional<Scope> of(String wire) {
        return Arrays.stream(values()).filter(scope -> scope.wire.equals(wire)).findFirst();
    }
}
