package dev.remotesupport.gateway.connect;

import dev.remotesupport.gateway.token.TokenSubject;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Somebody who came with a code. */
@Entity
@Table(name = "guest")
class Guest extends PanacheEntityBase {

    /** As long as a session may be kept for an answer. */
    private static final Duration KNOWN_FOR = Duration.ofDays(7);

    @Id
    UUID id;

    @Column(name = "organisation_id")
    UUID organisationId;

    @Column(name = "key_hash")
    byte[] keyHash;

    String name;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    static Guest create(UUID id, UUID organisation, String name, byte[] keyHash) {
        var guest = new Guest();
        guest.id = id;
        guest.organisationId = organisation;
        guest.name = name;
        guest.keyHash = keyHash;
        guest.createdAt = Instant.now();
        guest.expiresAt = guest.createdAt.plus(KNOWN_FOR);
        return guest;
    }

    TokenSubject tokenSubject() {
        return TokenSubject.guest(id, Optional.of(organisationId), name);
    }
}
