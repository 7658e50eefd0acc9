package dev.remotesupport.gateway.token;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.caller.Caller.ParticipantBinding;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whom a token speaks for: a caller without the token's own id and end. */
public record TokenSubject(
        CallerKind kind,
        String id,
        Optional<UUID> organisation,
        Optional<StaffRole> role,
        String name,
        Optional<String> email,
        Optional<UUID> site,
        Optional<ParticipantBinding> participant,
        Set<String> scopes) {

    public static TokenSubject operator(UUID id, String name, String email) {
        return new TokenSubject(
                CallerKind.OPERATOR,
                id.toString(),
                Optional.empty(),
                Optional.empty(),
                name,
                Optional.of(email),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    public static TokenSubject staff(UUID id, UUID organisation, StaffRole role, String name, String email) {
        return new TokenSubject(
                CallerKind.STAFF,
                id.toString(),
                Optional.of(organisation),
                Optional.of(role),
                name,
                Optional.of(email),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    /** A visitor of a site, or a customer when the site has vouched for the identity. */
    public static TokenSubject visitor(
            CallerKind kind, UUID id, UUID organisation, UUID site, String name, Optional<String> email) {
        return new TokenSubject(
                kind,
                id.toString(),
                Optional.of(organisation),
                Optional.empty(),
                name,
                email,
                Optional.of(site),
                Optional.empty(),
                Set.of());
    }

    /** Somebody who comes by a code, of no site; of no organisation either until the code has been looked at. */
    public static TokenSubject guest(UUID id, Optional<UUID> organisation, String name) {
        return new TokenSubject(
                CallerKind.VISITOR,
                id.toString(),
                organisation,
                Optional.empty(),
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    public static TokenSubject apiKey(UUID id, UUID organisation, String name, Set<String> scopes) {
        return new TokenSubject(
                CallerKind.API_KEY,
                id.toString(),
                Optional.of(organisation),
                Optional.empty(),
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                scopes);
    }

    /** The same person, bound to one session, seat and tab. */
    public static TokenSubject participant(Caller caller, String displayName, ParticipantBinding binding) {
        return new TokenSubject(
                caller.kind(),
                caller.id(),
                caller.organisation(),
                caller.role(),
                displayName,
                caller.email(),
                caller.site(),
                Optional.of(binding),
                caller.scopes());
    }
}
