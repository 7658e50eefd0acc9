package dev.remotesupport.session.lifecycle;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What has a state of its own that follows the session's, in the same transaction. The session stays locked. */
public interface MovesAlong {

    /** @param before as it stood until the command moved it */
    Uni<Void> moved(SqlConnection connection, Session before, Session after, Command command);
}
