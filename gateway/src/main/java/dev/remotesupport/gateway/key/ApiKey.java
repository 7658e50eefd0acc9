package dev.remotesupport.gateway.key;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An API key without its secret, of which only the hash is kept. */
@Entity
@Table(name = "api_key")
class ApiKey extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "organisation_id")
    UUID organisationId;

    String name;

    String[] scopes;

    @Column(name = "secret_hash")
    byte[] secretHash;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    static ApiKey create(UUID organisation, String name, List<Scope> scopes, byte[] secretHash) {
        var key = new ApiKey();
        key.id = UUID.randomUUID();
        key.organisationId = organisation;
        key.name = name.strip();
        key.scopes = scopes.stream().map(Scope::wire).toArray(String[]::new);
        key.secretHash = secretHash;
        key.createdAt = Instant.now();
        return key;
    }
}
