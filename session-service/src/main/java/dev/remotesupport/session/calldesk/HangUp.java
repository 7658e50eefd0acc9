package dev.remotesupport.session.calldesk;

import dev.remotesupport.session.call.Call;
import dev.remotesupport.session.call.CallCommand;
import dev.remotesupport.session.call.Calls;
import dev.remotesupport.session.call.MoveCall;
import dev.remotesupport.session.lifecycle.Command;
import dev.remotesupport.session.lifecycle.EndReason;
import dev.remotesupport.session.lifecycle.MoveSession;
import dev.remotesupport.session.lifecycle.Session;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends a call. A session that is there for it ends with it, and frees its technician; any other goes on without. */
@ApplicationScoped
class HangUp {

    private final MoveSession sessions;
    private final Calls calls;
    private final MoveCall moves;

    HangUp(MoveSession sessions, Calls calls, MoveCall moves) {
        this.sessions = sessions;
        this.calls = calls;
        this.moves = moves;
    }

    /** The caller of this method has locked both. Fails with 409 {@code call-over}. */
    Uni<Call> hangUp(SqlConnection connection, Session session, Call call, EndReason reason) {
        return call.endsSession() && !call.state().isOver()
                ? sessions.move(connection, session, new Command.End(reason))
                        .chain(() -> calls.find(connection, call.id()))
                : moves.move(connection, call, new CallCommand.End(reason));
    }
}
