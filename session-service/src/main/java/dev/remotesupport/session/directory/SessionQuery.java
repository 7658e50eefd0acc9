package dev.remotesupport.session.directory;

import dev.remotesupport.contracts.SessionState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which sessions are wanted, in which order. */
record SessionQuery(Filter filter, Sort sort, int limit, Optional<Cursor> after) {

    /**
     * What a session must be to be listed; what is empty excludes none.
     *
     * @param states one of them
     * @param words each must occur
     * @param tags all of them
     * @param from requested at that time or later
     * @param to requested before that time
     */
    record Filter(
            Set<SessionState> states,
            List<String> words,
            List<String> tags,
            Optional<Holder> holder,
            Optional<UUID> team,
            Optional<UUID> site,
            Optional<Instant> from,
            Optional<Instant> to) {}

    /** Who has a session. */
    sealed interface Holder {

        record Member(UUID id) implements Holder {}

        record Nobody() implements Holder {}
    }
}
