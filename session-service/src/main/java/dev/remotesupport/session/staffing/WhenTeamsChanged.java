package dev.remotesupport.session.staffing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.UUID;

/** Who wants to know, in the same transaction, that leads of the organisation may see other sessions from now on. */
public interface WhenTeamsChanged {

    Uni<Void> teamsChanged(SqlConnection connection, UUID organisation);
}
