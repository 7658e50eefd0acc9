package dev.remotesupport.gateway.key;

import java.util.Arrays;
import java.util.Optional;

/** What an API key may be allowed to do. The exchanged token carries the names, which permissions.json lists. */
enum Scope {
    SESSIONS_READ("sessions:read", "Read sessions, their states and grants"),
    SESSIONS_WRITE("sessions:write", "Begin, assign and end sessions"),
    CHAT_READ("chat:read", "Read conversations"),
    CHAT_WRITE("chat:write", "Post messages"),
    DEVICES_READ("devices:read", "Read devices and when they were seen"),
    STAFF_READ("staff:read", "Read the support staff with their accounts"),
    STAFF_WRITE("staff:write", "Add, edit and remove support staff"),
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
