package dev.remotesupport.session.lifecycle;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * What ends with a session, or with one technician's part in it, in the same transaction. Each part that keeps something of
 * an open session has one.
 */
public interface WhenEnded {

    Uni<Void> ended(SqlConnection connection, Session session);

    /** The session goes on with another technician, or waits for one. */
    default Uni<Void> handedOver(SqlConnection connection, Session session) {
        return Uni.createFrom().voidItem();
    }
}
