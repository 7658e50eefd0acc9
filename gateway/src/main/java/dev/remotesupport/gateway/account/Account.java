package dev.remotesupport.gateway.account;

import dev.remotesupport.contracts.StaffRole;
import dev.remotesupport.gateway.token.TokenSubject;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A member of an organisation's staff, or an operator, who belongs to none. */
@Entity
@Table(name = "account")
public class Account extends PanacheEntityBase {

    private static final String OPERATOR = "operator";

    @Id
    public UUID id;

    @Column(name = "organisation_id")
    public UUID organisationId;

    public String email;

    public String name;

    /** A staff role's wire name, or {@code operator}. */
    public String role;

    @Column(name = "password_hash")
    public String passwordHash;

    /** Of the events that tell of it. */
    public long version;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "last_login_at")
    public Instant lastLoginAt;

    /** Refresh tokens issued before are void. */
    @Column(name = "signed_in_after")
    public Instant signedInAfter;

    public static Account operator(String email, String name, String passwordHash) {
        return create(null, email, name, OPERATOR, passwordHash);
    }

    public static Account staff(UUID organisation, String email, String name, StaffRole role, String passwordHash) {
        return create(organisation, email, name, role.wire(), passwordHash);
    }

    private static Account create(UUID organisation, String email, String name, String role, String passwordHash) {
        var account = new Account();
        account.id = UUID.randomUUID();
        account.organisationId = organisation;
        account.email = normalised(email);
        account.name = name.strip();
        account.role = role;
        account.passwordHash = passwordHash;
        account.version = 1;
        account.createdAt = Instant.now();
        account.signedInAfter = account.createdAt;
        return account;
    }

    /** The one spelling of an e-mail address that is stored and looked for. */
    public static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public boolean isOperator() {
        return role.equals(OPERATOR);
    }

    public StaffRole staffRole() {
        return StaffRole.of(role);
    }

    public Optional<UUID> organisation() {
        return Optional.ofNullable(organisationId);
    }

    /** Takes a new password and ends what was signed in with the old one. */
    public void changePassword(String hash) {
        passwordHash = hash;
        signedInAfter = Instant.now();
    }

    public TokenSubject subject() {
        return isOperator()
                ? TokenSubject.operator(id, name, email)
                : TokenSubject.staff(id, organisationId, staffRole(), name, email);
    }
}
