package dev.remotesupport.gateway.organisation;

import dev.remotesupport.gateway.account.UserView.OrganisationName;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A tenant. */
@Entity
@Table(name = "organisation")
public class Organisation extends PanacheEntityBase {

    @Id
    public UUID id;

    public String name;

    /** The name of its plan. */
    public String plan;

    /** Its people, visitors and keys are locked out. */
    public boolean suspended;

    /** Of the events that tell of it. */
    public long version;

    @Column(name = "created_at")
    public Instant createdAt;

    static Organisation create(String name, String plan) {
        var organisation = new Organisation();
        organisation.id = UUID.randomUUID();
        organisation.name = name.strip();
        organisation.plan = plan;
        organisation.version = 1;
        organisation.createdAt = Instant.now();
        return organisation;
    }

    public OrganisationName named() {
        return new OrganisationName(id, name);
    }

    /** Locks it until the transaction ends, so that what is counted within it stays true. */
    public static Uni<Organisation> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
