package dev.remotesupport.platform.caller;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.StaffRole;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is calling, from the verified token and nothing else.
 *
 * @param id the account, customer, visitor, helper or API key
 * @param organisation absent for an operator only
 * @param participant present when the token is bound to one session
 * @param scopes what an API key may do
 */
public record Caller(
        CallerKind kind,
        String id,
        Optional<UUID> organisation,
        Optional<StaffRole> role,
        String name,
        Optional<String> email,
        Optional<UUID> site,
        Optional<ParticipantBinding> participant,
        Set<String> scopes,
        String tokenId,
        Instant issuedAt,
        Instant expiresAt) {

    /** One connection of somebody in one session: the token works there, in this seat and tab, and nowhere else. */
    public record ParticipantBinding(UUID sessionId, UUID participantId, Seat seat, String tab) {}

    /** The organisation in whose name this caller acts. Operators have none and never reach what asks for it. */
    public UUID organisationId() {
        return organisation.orElseThrow(() -> new IllegalStateException("an operator acts for no organisation"));
    }

    public boolean isStaffAtLeast(StaffRole least) {
        return kind == CallerKind.STAFF
                && role.filter(own -> own.compareTo(least) >= 0).isPresent();
    }
}
