package dev.remotesupport.chat.progress;

import dev.remotesupport.contracts.Seat;
import java.util.EnumMap;
import java.util.Map;

/** How far both sides of one conversation have come. Not thread-safe. */
public final class Progress {

    private final Map<Seat, Mark> marks = new EnumMap<>(Seat.class);

    /** Takes a mark in; answers whether it leads further than what was known. */
    public boolean advance(Seat seat, Mark mark) {
        var before = of(seat);
        var after = before.with(mark);
        marks.put(seat, after);
        return !after.equals(before);
    }

    public Mark of(Seat seat) {
        return marks.getOrDefault(seat, Mark.NOTHING);
    }
}
