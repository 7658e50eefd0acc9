package dev.remotesupport.gateway.organisation;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What an organisation may have. */
@Entity
@Table(name = "plan")
public class Plan extends PanacheEntityBase {

    @Id
    public String name;

    public String title;

    @Column(name = "max_sites")
    public int maxSites;

    @Column(name = "max_concurrent_sessions")
    public int maxConcurrentSessions;

    /** What this organisation may have. */
    public static Uni<Plan> of(Organisation organisation) {
        return findById(organisation.plan);
    }
}
