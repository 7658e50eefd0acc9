package dev.remotesupport.session.request;

import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.Session.Customer;
import dev.remotesupport.session.lifecycle.SessionRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Inserts sessions. */
@ApplicationScoped
class RequestStore {

    private static final String OPEN_OF = """
            SELECT * FROM session WHERE customer_id = $1 AND state <> 'ended'
            """;
    private static final String IDENTIFY = """
            UPDATE session SET customer_kind = $2, customer_name = $3, customer_email = $4, customer_claimed = false
            WHERE id = $1
            RETURNING *
            """;
    private static final String NEXT_NUMBER = """
            INSERT INTO session_number AS number (organisation_id, last) VALUES ($1, 1)
            ON CONFLICT (organisation_id) DO UPDATE SET last = number.last + 1
            RETURNING last
            """;
    private static final String INSERT = """
            INSERT INTO session (organisation_id, number, channels, customer_kind, customer_id, customer_name, customer_email,
              customer_claimed, claimed_id, site_id, site_name, subject, page_url, page_title, machine_name, location,
              team_id, skill)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, (SELECT name FROM site WHERE id = $10), $11, $12, $13, $14, $15,
              $16, $17)
            RETURNING *
            """;

    Uni<Optional<Session>> openOf(SqlConnection connection, Customer customer) {
        return connection
                .preparedQuery(OPEN_OF)
                .execute(Tuple.of(customer.id()))
                .map(SessionRows::first);
    }

    /** Replaces what a visitor claimed by what the site now vouches for. */
    Uni<Session> identify(SqlConnection connection, Session session, Customer customer) {
        return connection
                .preparedQuery(IDENTIFY)
                .execute(Tuple.of(
                        session.id(),
                        customer.kind().wire(),
                        customer.name(),
                        customer.email().orElse(null)))
                .map(rows -> SessionRows.first(rows).orElseThrow());
    }

    /** The next number. Starts of one organisation follow each other from here on until they commit. */
    Uni<Long> nextNumber(SqlConnection connection, UUID organisation) {
        return connection
                .preparedQuery(NEXT_NUMBER)
                .execute(Tuple.of(organisation))
                .map(rows -> rows.iterator().next().getLong("last"));
    }

    Uni<Session> insert(SqlConnection connection, UUID organisation, long number, Customer customer, Opening opening) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.from(new Object[] {
                    organisation,
                    number,
                    new String[] {opening.channel().wire()},
                    customer.kind().wire(),
                    customer.id(),
                    customer.name(),
                    customer.email().orElse(null),
                    customer.claimed(),
                    customer.claimedId().orElse(null),
                    opening.site().orElse(null),
                    opening.subject().orElse(null),
                    opening.page().map(Session.Page::url).orElse(null),
                    opening.page().map(Session.Page::title).orElse(null),
                    opening.machineName().orElse(null),
                    opening.location().orElse(null),
                    opening.team().orElse(null),
                    opening.skill().orElse(null)
                }))
                .map(rows -> SessionRows.first(rows).orElseThrow());
    }
}
