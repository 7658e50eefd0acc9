package dev.remotesupport.gateway.door;

import dev.remotesupport.platform.caller.Caller;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Hands the caller whom the door let in to whoever answers. */
public final class AdmittedCaller {

    private static final String KEY = AdmittedCaller.class.getName();

    private AdmittedCaller() {}

    static void put(RoutingContext context, Caller caller) {
        context.put(KEY, caller);
    }

    public static Optional<Caller> of(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }
}
