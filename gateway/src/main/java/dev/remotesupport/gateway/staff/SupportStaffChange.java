package dev.remotesupport.gateway.staff;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.gateway.account.NewAccount;
import dev.remotesupport.gateway.staff.StaffResource.MemberChange;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;

/** What changes; what is absent stays. */
record SupportStaffChange(
        @Email @Size(max = 254) String email,

        @Size(max = Limits.NAME) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        String name,

        StaffRole role,

        @Size(min = NewAccount.PASSWORD_MIN, max = NewAccount.PASSWORD_MAX)
        String password,

        @Min(0) @Max(NewSupportStaff.LIMIT) Integer chatLimit,
        @Min(0) @Max(NewSupportStaff.LIMIT) Integer callLimit,
        @Size(max = NewSupportStaff.MANY) Set<@NotNull UUID> teamIds,

        @Size(max = NewSupportStaff.MANY)
        Set<@NotNull @Size(max = 64) @Pattern(regexp = NewSupportStaff.SKILL) String> skills) {

    MemberChange member() {
        return new MemberChange(email, name, role, password);
    }

    DeskProfiles.Wanted profile() {
        return new DeskProfiles.Wanted(chatLimit, callLimit, teamIds, skills);
    }
}
