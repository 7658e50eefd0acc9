package dev.remotesupport.gateway.ownpage;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** That a customer may come in by a code, or has come in and is known by the cookie's key. */
@Entity
@Table(name = "own_page_visit")
class OwnPageVisit extends PanacheEntityBase {

    @Id
    @Column(name = "code_hash")
    byte[] codeHash;

    @Column(name = "organisation_id")
    UUID organisationId;

    @Column(name = "visitor_id")
    UUID visitorId;

    /** Absent while nobody has come in. */
    @Column(name = "key_hash")
    byte[] keyHash;

    @Column(name = "entered_at")
    Instant enteredAt;

    /** Of the code, and after that of the visit. */
    @Column(name = "expires_at")
    Instant expiresAt;

    static OwnPageVisit prepared(byte[] codeHash, UUID organisation, UUID visitor, Instant expiresAt) {
        var visit = new OwnPageVisit();
        visit.codeHash = codeHash;
        visit.organisationId = organisation;
        visit.visitorId = visitor;
        visit.expiresAt = expiresAt;
        return visit;
    }

    /** Until when it lasts if the page is used now: longer each time, but not for ever. */
    static Instant ends(Instant entered, Instant now, Duration idle, Duration whole) {
        var byUse = now.plus(idle);
        var byLife = entered.plus(whole);
        return byUse.isBefore(byLife) ? byUse : byLife;
    }
}
