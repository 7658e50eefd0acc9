package dev.remotesupport.gateway.staff;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.gateway.account.NewAccount;
import dev.remotesupport.gateway.staff.StaffResource.NewMember;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Somebody who joins. Limits that are absent are the usual ones. */
record NewSupportStaff(
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = Limits.NAME) String name,
        @NotNull StaffRole role,

        @Size(min = NewAccount.PASSWORD_MIN, max = NewAccount.PASSWORD_MAX)
        String password,

        @Min(0) @Max(LIMIT) Integer chatLimit,
        @Min(0) @Max(LIMIT) Integer callLimit,
        @Size(max = MANY) Set<@NotNull UUID> teamIds,

        @Size(max = MANY) Set<@NotNull @Size(max = 64) @Pattern(regexp = SKILL) String> skills) {

    /** Sessions of one kind that somebody can have at once, teams and skills: the bounds of session-service. */
    static final int LIMIT = 100;

    static final int MANY = 50;
    static final String SKILL = "[a-z0-9][a-z0-9._-]*";

    NewMember member(Optional<String> madePassword) {
        return new NewMember(email, name, role, madePassword.orElse(password));
    }

    DeskProfiles.Wanted profile() {
        return new DeskProfiles.Wanted(chatLimit, callLimit, teamIds, skills);
    }
}
