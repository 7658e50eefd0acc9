package dev.remotesupport.gateway.setup;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The one row that says that set-up has happened. Its key admits no second. */
@Entity
@Table(name = "installation")
class Installation extends PanacheEntityBase {

    @Id
    boolean id;

    @Column(name = "set_up_at")
    Instant setUpAt;

    static Installation now() {
        var installation = new Installation();
        installation.id = true;
        installation.setUpAt = Instant.now();
        return installation;
    }
}
