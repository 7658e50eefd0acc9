package dev.remotesupport.signaling.cobrowse;

import dev.remotesupport.signaling.socket.Client;
import java.time.Duration;

/**
 * Whether the line of a watched tab lives. One that is cut says nothing, and does not say that it is cut; it would seem
 * open until the connection counts as broken.
 */
final class Pulse {

    private static final int PINGS = 3;

    private final long patience;
    private boolean felt;
    private boolean silent;
    private long since;
    private long pinged;

    Pulse(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** Nobody watches, or the line is another: what was heard before says nothing. */
    void forget() {
        felt = false;
        silent = false;
    }

    boolean isSilent() {
        return silent;
    }

    /** Looks after the line while the tab is watched; true when it has fallen silent, or is heard again. */
    boolean changes(Client client, long nanoTime) {
        if (!felt) {
            felt = true;
            since = nanoTime;
            pinged = nanoTime - patience;
        }
        if (nanoTime - pinged >= patience / PINGS) {
            pinged = nanoTime;
            client.ping();
        }
        boolean before = silent;
        silent = nanoTime - since > patience && !client.wasHeardWithin(Duration.ofNanos(patience));
        return silent != before;
    }
}
