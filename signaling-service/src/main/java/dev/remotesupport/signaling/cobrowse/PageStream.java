package dev.remotesupport.signaling.cobrowse;

import dev.remotesupport.contracts.RecordedEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One tab's recording as the room remembers it: the last keyframe and what followed. A technician who comes late, or comes
 * back, is brought up to date from here. It numbers what it passes on by itself, so that the numbers go on when the
 * customer's page is loaded anew and begins to count again.
 */
final class PageStream {

    /**
     * Characters kept after the keyframe, which itself is at most one frame. Past half of it a new keyframe is asked for,
     * past all of it what was kept is let go.
     */
    static final int BOUND = 4 * 1024 * 1024;

    private final List<Kept> kept = new ArrayList<>();
    private int size;
    private long lastReceived;
    private long lastPassedOn;
    private boolean live;

    /** A part of the recording under the room's own number. */
    record Kept(long sequence, boolean keyframe, RecordedEvents events) {}

    /** What came of one message of the recording. */
    sealed interface Received {

        /** To be passed on. */
        record Accepted(Kept part) implements Received {}

        /** Unusable without the keyframe before it, which is missing. */
        record KeyframeMissing() implements Received {}

        /** The sender skipped or repeated a number. */
        record OutOfSequence(long expected) implements Received {}
    }

    /** The tab has a new connection: it counts from 1 again and must begin with a keyframe. */
    void connected() {
        lastReceived = 0;
        expectKeyframe();
    }

    /** Nothing makes sense before the next keyframe: the page is another, or consent was taken back. */
    void expectKeyframe() {
        forget();
        live = false;
    }

    /** Counts a message that may not be passed on, so that the numbers stay in step; what follows needs a keyframe. */
    boolean skip(long sequence) {
        expectKeyframe();
        return inSequence(sequence);
    }

    Received receive(long sequence, boolean keyframe, RecordedEvents events) {
        if (!inSequence(sequence)) {
            return new Received.OutOfSequence(lastReceived + 1);
        }
        if (keyframe) {
            forget();
            live = true;
        } else if (!live) {
            return new Received.KeyframeMissing();
        }
        var part = new Kept(++lastPassedOn, keyframe, events);
        if (keyframe || hasPicture()) {
            kept.add(part);
            size += keyframe ? 0 : events.size();
        }
        if (size > BOUND) {
            forget();
        }
        return new Received.Accepted(part);
    }

    /** Whether a new keyframe should replace what has piled up, or what is missing. */
    boolean wantsKeyframe() {
        return !hasPicture() || size > BOUND / 2;
    }

    /** Whether everything a newcomer needs is here. */
    boolean hasPicture() {
        return !kept.isEmpty();
    }

    /** What a technician needs who has seen everything up to {@code seen}: the rest, or all of it from the keyframe on. */
    List<Kept> after(long seen) {
        boolean gapless = hasPicture() && seen >= kept.getFirst().sequence() && seen <= lastPassedOn;
        return gapless ? kept.stream().filter(part -> part.sequence() > seen).toList() : List.copyOf(kept);
    }

    /** What was passed on last, if everything since the keyframe is here. */
    Optional<Kept> last() {
        return hasPicture() ? Optional.of(kept.getLast()) : Optional.empty();
    }

    private boolean inSequence(long sequence) {
        boolean next = sequence == lastReceived + 1;
        if (next) {
            lastReceived = sequence;
        }
        return next;
    }

    private void forget() {
        kept.clear();
        size = 0;
    }
}
