package dev.remotesupport.gateway.account;

import java.util.Optional;
import java.util.UUID;

/**
 * Who is signed in, as the console sees it.
 *
 * @param role a staff role, or {@code operator}
 * @param organisation null for an operator
 */
public record UserView(UUID id, String name, String email, String role, String kind, OrganisationName organisation) {

    /** An organisation by name. */
    public record OrganisationName(UUID id, String name) {}

    public static UserView of(Account account, Optional<OrganisationName> organisation) {
        return new UserView(
                account.id,
                account.name,
                account.email,
                account.role,
                account.isOperator() ? "operator" : "staff",
                organisation.orElse(null));
    }
}
