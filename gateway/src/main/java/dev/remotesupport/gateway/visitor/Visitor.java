package dev.remotesupport.gateway.visitor;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.gateway.site.KnownSite;
import dev.remotesupport.gateway.token.TokenSubject;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A person on a site. Without a subject it is a browser that nobody vouched for. */
@Entity
@Table(name = "visitor")
class Visitor extends PanacheEntityBase {

    private static final String NAMELESS = "Visitor";

    @Id
    UUID id;

    @Column(name = "organisation_id")
    UUID organisationId;

    @Column(name = "site_id")
    UUID siteId;

    @Column(name = "key_hash")
    byte[] keyHash;

    /** The site's own id of the customer. */
    String subject;

    String name;

    String email;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;

    static Visitor create(KnownSite site, byte[] keyHash, Instant now) {
        var visitor = new Visitor();
        visitor.id = UUID.randomUUID();
        visitor.organisationId = site.organisation();
        visitor.siteId = site.id();
        visitor.keyHash = keyHash;
        visitor.name = NAMELESS;
        visitor.createdAt = now;
        visitor.lastSeenAt = now;
        return visitor;
    }

    boolean isAnonymous() {
        return subject == null;
    }

    void identify(Identity identity) {
        subject = identity.subject();
        name = identity.name();
        email = identity.email().orElse(null);
    }

    CallerKind kind() {
        return isAnonymous() ? CallerKind.VISITOR : CallerKind.CUSTOMER;
    }

    TokenSubject tokenSubject() {
        return TokenSubject.visitor(kind(), id, organisationId, siteId, name, Optional.ofNullable(email));
    }
}
