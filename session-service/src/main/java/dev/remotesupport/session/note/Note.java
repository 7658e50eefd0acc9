package dev.remotesupport.session.note;

import dev.remotesupport.platform.caller.Caller;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One note on a session. */
public record Note(UUID id, Author author, String text, Instant writtenAt, Optional<Instant> editedAt) {

    /** The longest text of a note. */
    public static final int LENGTH = 4_000;

    /** Who wrote it: a member of the staff or an API key. */
    public record Author(String id, String name) {

        public static Author of(Caller caller) {
            return new Author(caller.id(), caller.name().isBlank() ? "Staff" : caller.name());
        }
    }
}
