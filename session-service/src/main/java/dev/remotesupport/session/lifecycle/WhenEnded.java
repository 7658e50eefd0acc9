package dev.remotesupport.session.lifecycle;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** What ends with a session, in the same transaction. Each part that keeps something of an open session has one. */
public interface WhenEnded {

    Uni<Void> ended(SqlConnection connection, Session session);
}
