package dev.remotesupport.contracts.event;

import dev.remotesupport.contracts.Bounds;
import java.time.Instant;
import java.util.UUID;

/** What every event must have. */
final class Facts {

    private Facts() {}

    static void check(UUID organisation, UUID aggregate, long version, Instant at) {
        Bounds.present(organisation, "organisation");
        Bounds.present(aggregate, "the aggregate's id");
        Bounds.counter(version, "version", 1);
        Bounds.present(at, "at");
    }
}
