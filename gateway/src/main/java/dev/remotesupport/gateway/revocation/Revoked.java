package dev.remotesupport.gateway.revocation;

import dev.remotesupport.platform.caller.Caller;
import java.util.Set;
import java.util.UUID;

/** Who is refused at one moment, whatever the token says. Fired as an event when it changes. */
public record Revoked(Set<String> accounts, Set<UUID> organisations) {

    static final Revoked NOBODY = new Revoked(Set.of(), Set.of());

    public boolean isRemoved(Caller caller) {
        return accounts.contains(caller.id());
    }

    public boolean isSuspended(Caller caller) {
        return caller.organisation().filter(organisations::contains).isPresent();
    }

    public boolean contains(Caller caller) {
        return isRemoved(caller) || isSuspended(caller);
    }
}
