package dev.remotesupport.chat.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.contracts.Seat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message that was found. */
record Finding(
        UUID sessionId,

        @Schema(examples = "17") long sequence,

        Instant at,
        Seat seat,

        @Schema(examples = "Maya") String name,

        @Schema(description = "A piece of the text, as plain text.", examples = "… my card was charged twice …")
        String snippet,

        @JsonInclude @Schema(description = "Where in the snippet the words stand.")
        List<Span> marks) {

    /** From a character of the snippet up to but without another. */
    record Span(
            @Schema(examples = "8") int from,
            @Schema(examples = "12") int to) {}

    /** What the database puts around words: characters that no message holds, as they are for private use. */
    static final char START = '\uE000';

    static final char STOP = '\uE001';

    /** Turns the database's marks into places, so that nobody is tempted to show a snippet as HTML. */
    static Finding of(UUID session, long sequence, Instant at, Seat seat, String name, String marked) {
        var text = new StringBuilder(marked.length());
        var marks = new ArrayList<Span>();
        int start = -1;
        for (char character : marked.toCharArray()) {
            if (character == START) {
                start = text.length();
            } else if (character == STOP && start >= 0) {
                marks.add(new Span(start, text.length()));
                start = -1;
            } else if (character != STOP) {
                text.append(character);
            }
        }
        return new Finding(session, sequence, at, seat, name, text.toString(), marks);
    }
}
