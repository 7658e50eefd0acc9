package dev.remotesupport.session.request;

import dev.remotesupport.contracts.Channel;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.Session.Customer;
import dev.remotesupport.session.lifecycle.Session.Staff;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Begins a session that never waits, because customer and technician have found each other before. Part of the caller's
 * transaction, in which the member of the staff is locked.
 */
@ApplicationScoped
public class StartAssigned {

    private final RequestStore requests;
    private final MoveSession moves;

    StartAssigned(RequestStore requests, MoveSession moves) {
        this.requests = requests;
        this.moves = moves;
    }

    /** What it begins with. */
    public record Beginning(
            Customer customer,
            Channel channel,
            Optional<UUID> site,
            Optional<String> subject,
            Optional<Session.Page> page,
            Staff staff) {}

    public Uni<Optional<Session>> openOf(SqlConnection connection, Customer customer) {
        return requests.openOf(connection, customer);
    }

    /** @param organisation of the transaction; the customer has no open session in it */
    public Uni<Session> start(SqlConnection connection, UUID organisation, Beginning beginning) {
        var opening = new Opening(
                beginning.channel(),
                beginning.site(),
                beginning.subject(),
                beginning.page(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return requests.nextNumber(connection, organisation)
                .chain(number -> requests.insert(connection, organisation, number, beginning.customer(), opening))
                .chain(session -> moves.beginWith(connection, session, beginning.staff()));
    }
}
