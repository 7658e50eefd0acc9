package dev.remotesupport.gateway.revocation;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who is refused at one moment, whatever the token says. Fired as an event when it changes.
 *
 * @param roles which role an account has whose role has changed a moment ago
 * @param passwords since when an account has its password, if that is new
 */
public record Revoked(
        Set<String> accounts, Set<UUID> organisations, Map<String, StaffRole> roles, Map<String, Instant> passwords) {

    static final Revoked NOBODY = new Revoked(Set.of(), Set.of(), Map.of(), Map.of());

    public boolean isRemoved(Caller caller) {
        return accounts.contains(caller.id());
    }

    public boolean isSuspended(Caller caller) {
        return caller.organisation().filter(organisations::contains).isPresent();
    }

    /** Whether the token says a higher role than the account has by now. */
    public boolean isLowered(Caller caller) {
        var now = roles.get(caller.id());
        return now != null
                && caller.role().filter(said -> said.compareTo(now) > 0).isPresent();
    }

    /** Whether the token is older than the account's password; tokens tell whole seconds. */
    public boolean isOutdated(Caller caller) {
        var since = passwords.get(caller.id());
        return since != null && caller.issuedAt().isBefore(since.truncatedTo(ChronoUnit.SECONDS));
    }

    public boolean contains(Caller caller) {
        return isRemoved(caller) || isSuspended(caller) || isLowered(caller) || isOutdated(caller);
    }

    /** Whether the account has another role than was known before. */
    public boolean tellsNewRole(Caller caller, Revoked before) {
        var now = roles.get(caller.id());
        return now != null && now != before.roles.get(caller.id());
    }
}
