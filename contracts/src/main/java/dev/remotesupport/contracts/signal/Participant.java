package dev.remotesupport.contracts.signal;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.OrAbsent;
import dev.remotesupport.contracts.OrNull;
import dev.remotesupport.contracts.Seat;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One connection of somebody in a session's room.
 *
 * @param page what its tab shows, or null for a technician and before the tab said so
 * @param since when it joined
 * @param watchers how many technicians watch its tab
 * @param can what a customer's tab can show besides its page, or null
 */
public record Participant(
        UUID id,
        Seat seat,
        String name,
        @OrNull Page page,
        Instant since,
        int watchers,
        @OrAbsent List<Capability> can) {

    public Participant {
        Bounds.present(id, "id");
        Bounds.present(seat, "seat");
        Bounds.textOrEmpty(name, "name", Limits.NAME);
        Bounds.present(since, "since");
        Bounds.range(watchers, "watchers", 0, Limits.PARTICIPANTS);
        can = can == null ? null : Bounds.list(can, "can", Limits.GRANTS);
    }
}
