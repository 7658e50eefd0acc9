package dev.remotesupport.chat.room;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The signals that wait to be told to other replicas: first the teller's own name, then one signal a line. They may be lost:
 * typing is over in seconds, and progress is stored.
 */
final class Signals {

    /** Postgres takes a payload of fewer than 8,000 bytes; lines are ASCII. */
    private static final int PAYLOAD = 7_900;

    private static final int BOUND = 5_000;

    private final Map<Object, Signal> waiting = new LinkedHashMap<>();
    private final String teller = UUID.randomUUID().toString();
    private boolean sending;

    /** Answers false when too many wait already, and this one is dropped. */
    synchronized boolean add(Signal signal) {
        if (waiting.size() >= BOUND && !waiting.containsKey(signal.key())) {
            return false;
        }
        waiting.put(signal.key(), signal);
        return true;
    }

    /** The next payload, or null when there is none or one is on its way. */
    synchronized String take() {
        if (sending || waiting.isEmpty()) {
            return null;
        }
        sending = true;
        var payload = new StringBuilder(teller);
        for (var signals = waiting.values().iterator(); signals.hasNext(); ) {
            var line = signals.next().line();
            if (payload.length() + 1 + line.length() <= PAYLOAD) {
                payload.append('\n').append(line);
            } else if (payload.length() > teller.length()) {
                break;
            }
            signals.remove();
        }
        return payload.toString();
    }

    synchronized void sent() {
        sending = false;
    }

    /** Reads what another replica told; what this one told itself is passed over. */
    void read(String payload, Consumer<Signal> each) {
        var lines = payload.split("\n");
        if (!lines[0].equals(teller)) {
            for (int i = 1; i < lines.length; i++) {
                Signal.read(lines[i]).ifPresent(each);
            }
        }
    }
}
