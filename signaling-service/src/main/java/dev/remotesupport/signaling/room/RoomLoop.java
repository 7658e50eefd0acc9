package dev.remotesupport.signaling.room;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** Runs a room's work one piece at a time, in the order it came, on one event loop; rooms are spread over all of them. */
final class RoomLoop implements Executor {

    private static final Logger LOG = Logger.getLogger(RoomLoop.class);

    private final Context context;

    RoomLoop(Vertx vertx) {
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    @Override
    public void execute(Runnable work) {
        context.runOnContext(nothing -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                // One message's fault is not the room's: the others in it go on.
                LOG.errorf(e, "room work failed");
            }
        });
    }
}
