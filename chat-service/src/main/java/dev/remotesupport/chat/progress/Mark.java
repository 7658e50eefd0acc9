package dev.remotesupport.chat.progress;

/**
 * How far one side has come; it never goes back.
 *
 * @param delivered the newest sequence that has reached a client of that side
 * @param read the newest sequence that a person of that side has seen, at most {@code delivered}
 */
public record Mark(long delivered, long read) {

    public static final Mark NOTHING = new Mark(0, 0);

    public static Mark delivered(long sequence) {
        return new Mark(sequence, 0);
    }

    /** What is read has been delivered too, even if the client that says so got it elsewhere. */
    public static Mark read(long sequence) {
        return new Mark(sequence, sequence);
    }

    public Mark with(Mark other) {
        return new Mark(Math.max(delivered, other.delivered), Math.max(read, other.read));
    }
}
