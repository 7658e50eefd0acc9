package dev.remotesupport.session.desk;

import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.lifecycle.SessionRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Names the machine that a session is about, which counts for more than what a browser lets guess. */
@ApplicationScoped
class RegisterMachine {

    private static final String REGISTER = """
            UPDATE session SET machine_name = $2, machine_os = $3, displays = $4, last_active_at = greatest(clock_timestamp(), last_active_at)
            WHERE id = $1
            RETURNING *
            """;

    private final OpenSession open;

    RegisterMachine(OpenSession open) {
        this.open = open;
    }

    /** A machine as its user or its helper describes it. */
    record Machine(String name, Optional<String> os, List<String> displays) {}

    Uni<Session> register(Caller caller, UUID id, Machine machine) {
        return open.toChange(caller, id, (connection, session) -> {
            if (session.state() == SessionState.ENDED) {
                return refused(SessionProblem.SESSION_ENDED, "Its machine stays as it was.");
            }
            if (!DeskPolicy.mayHandle(session, caller)) {
                return refused(
                        SessionProblem.NOT_YOUR_SESSION, "Only its customer or its technician names the machine.");
            }
            return connection
                    .preparedQuery(REGISTER)
                    .execute(Tuple.of(
                            id,
                            machine.name(),
                            machine.os().orElse(null),
                            machine.displays().toArray(String[]::new)))
                    .map(rows -> SessionRows.first(rows).orElseThrow());
        });
    }

    private static Uni<Session> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
