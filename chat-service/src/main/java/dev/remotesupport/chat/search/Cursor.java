package dev.remotesupport.chat.search;

import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;

/** The last finding of a page, after which the next one goes on. */
record Cursor(OffsetDateTime at, UUID conversation, long sequence) {

    String text() {
        var plain = at + " " + conversation + " " + sequence;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException when it is none of ours */
    static Cursor read(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
            return new Cursor(OffsetDateTime.parse(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException foreign) {
            throw new ProblemException(PlatformProblem.INVALID, "after is the next of the page before.");
        }
    }
}
