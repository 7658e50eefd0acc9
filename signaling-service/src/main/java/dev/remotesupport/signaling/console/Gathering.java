package dev.remotesupport.signaling.console;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.console.ConsoleFromServer;
import dev.remotesupport.contracts.console.ConsoleFromServer.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Tells one change at once, and those that follow within {@link #WINDOW_MILLIS} together: a burst costs each console one frame
 * and not hundreds.
 */
final class Gathering {

    static final long WINDOW_MILLIS = 100;

    private final BiConsumer<String, ConsoleFromServer> audience;
    private final BiConsumer<Long, Runnable> later;
    private final Map<String, Change> waiting = new LinkedHashMap<>();
    private boolean open;
    private long told;

    /**
     * @param audience hears what is told, and in which lane
     * @param later does something after so many milliseconds
     */
    Gathering(BiConsumer<String, ConsoleFromServer> audience, BiConsumer<Long, Runnable> later) {
        this.audience = audience;
        this.later = later;
    }

    /** Of one lane only the newest is told. */
    synchronized void add(String lane, Change change) {
        if (!open) {
            open();
            audience.accept(lane, change);
            return;
        }
        waiting.remove(lane);
        waiting.put(lane, change);
        if (waiting.size() == Limits.NEWS) {
            tellWaiting();
        }
    }

    /** For what cannot wait; what waits is told before it. */
    synchronized void addAtOnce(String lane, Change change) {
        waiting.remove(lane);
        tellWaiting();
        audience.accept(lane, change);
    }

    private void open() {
        open = true;
        later.accept(WINDOW_MILLIS, this::close);
    }

    private synchronized void close() {
        if (waiting.isEmpty()) {
            open = false;
        } else {
            tellWaiting();
            open();
        }
    }

    /** Each bundle has a lane of its own: the next does not replace it. */
    private void tellWaiting() {
        if (waiting.size() == 1) {
            waiting.forEach(audience::accept);
        } else if (!waiting.isEmpty()) {
            told++;
            audience.accept("news/" + told, new ConsoleFromServer.News(List.copyOf(waiting.values())));
        }
        waiting.clear();
    }
}
