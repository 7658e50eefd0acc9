package dev.remotesupport.gateway.revocation;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An account that was removed a moment ago. */
@Entity
@Table(name = "removed_account")
public class RemovedAccount extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "organisation_id")
    public UUID organisationId;

    @Column(name = "removed_at")
    public Instant removedAt;

    /** Notes that an account is gone, in the transaction that removes it. */
    public static Uni<RemovedAccount> note(UUID id, UUID organisation) {
        var removed = new RemovedAccount();
        removed.id = id;
        removed.organisationId = organisation;
        removed.removedAt = Instant.now();
        return removed.persist();
    }
}
