package dev.remotesupport.gateway.revocation;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The role of an account that had another one until a moment ago. */
@Entity
@Table(name = "changed_role")
public class ChangedRole extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "organisation_id")
    public UUID organisationId;

    /** A staff role's wire name. */
    public String role;

    @Column(name = "changed_at")
    public Instant changedAt;

    /** Notes the role that an account has now, in the transaction that changes it and has locked the organisation. */
    public static Uni<Void> note(UUID id, UUID organisation, String role) {
        return ChangedRole.<ChangedRole>findById(id)
                .onItem()
                .ifNull()
                .switchTo(() -> made(id, organisation, role).persist())
                .invoke(known -> {
                    known.role = role;
                    known.changedAt = Instant.now();
                })
                .replaceWithVoid();
    }

    private static ChangedRole made(UUID id, UUID organisation, String role) {
        var made = new ChangedRole();
        made.id = id;
        made.organisationId = organisation;
        made.role = role;
        made.changedAt = Instant.now();
        return made;
    }
}
