package dev.remotesupport.gateway.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.gateway.account.Account;
import dev.remotesupport.gateway.staff.DeskProfiles.Profile;
import dev.remotesupport.gateway.staff.DeskProfiles.Team;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A member with account and profile. Of one who is so new that session-service has not heard of it, the profile is null.
 *
 * @param initialPassword made for a new member who was given none; shown once
 */
record SupportStaffView(
        UUID id,
        String email,
        String name,
        StaffRole role,
        Instant createdAt,
        Instant lastLoginAt,
        String availability,
        Boolean connected,
        Integer chatLimit,
        Integer callLimit,
        List<UUID> teamIds,
        List<String> skills,
        @JsonInclude(JsonInclude.Include.NON_NULL) String initialPassword) {

    static SupportStaffView of(Account account, Optional<Profile> profile) {
        var limits = profile.map(Profile::limits);
        return new SupportStaffView(
                account.id,
                account.email,
                account.name,
                account.staffRole(),
                account.createdAt,
                account.lastLoginAt,
                profile.map(Profile::availability).orElse(null),
                profile.map(Profile::connected).orElse(null),
                limits.map(DeskProfiles.SessionLimits::chat).orElse(null),
                limits.map(DeskProfiles.SessionLimits::call).orElse(null),
                profile.map(known -> known.teams().stream().map(Team::id).toList())
                        .orElse(List.of()),
                profile.map(Profile::skills).orElse(List.of()),
                null);
    }

    SupportStaffView withInitialPassword(Optional<String> password) {
        return new SupportStaffView(
                id,
                email,
                name,
                role,
                createdAt,
                lastLoginAt,
                availability,
                connected,
                chatLimit,
                callLimit,
                teamIds,
                skills,
                password.orElse(null));
    }
}
