package dev.remotesupport.chat.masking;

import java.util.List;

/**
 * A text that may be kept.
 *
 * @param findings where something was masked, in the order of the text as it was written; empty when nothing was
 */
public record Masked(String text, List<Place> findings) {

    /** Something that was masked: {@code from} and {@code to} are offsets in the text as it was written, in UTF-16 units. */
    public record Place(Kind kind, int from, int to) {}

    public boolean anything() {
        return !findings.isEmpty();
    }

    /** Without the text, so that it can never reach a log by accident. */
    @Override
    public String toString() {
        return "Masked[findings=" + findings + "]";
    }
}
