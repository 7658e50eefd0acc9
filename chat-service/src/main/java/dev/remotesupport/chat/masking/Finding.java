package dev.remotesupport.chat.masking;

/**
 * A place in a text that is masked.
 *
 * @param from the first char of it, in the text as it was written (UTF-16, as browsers count)
 * @param to the char after it
 * @param lastFour the last four of its digits where they may stay readable, else empty
 */
record Finding(Kind kind, int from, int to, String lastFour) {

    /** One of which nothing stays readable. */
    static Finding whole(Kind kind, int from, int to) {
        return new Finding(kind, from, to, "");
    }

    boolean overlaps(Finding other) {
        return from < other.to && other.from < to;
    }
}
