package dev.remotesupport.session.directory;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.session.directory.SessionQuery.Filter;
import dev.remotesupport.session.directory.SessionQuery.Holder;
import dev.remotesupport.session.tag.Tags;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what callers write into the query of the list. Each method refuses by an IllegalArgumentException with a sentence. */
final class SessionSearch {

    private static final int WORDS = 6;
    private static final int TAGS = 5;

    private SessionSearch() {}

    static SessionQuery query(SessionParameters wanted, Caller caller) {
        var sort = Sort.of(wanted.sort == null ? Sort.NEWEST.wire() : wanted.sort);
        var filter = new Filter(
                states(wanted.state),
                words(wanted.q),
                tags(wanted.tag, caller),
                holder(wanted.staff, caller),
                id("team", wanted.team),
                id("site", wanted.site),
                time("from", wanted.from, 0),
                time("to", wanted.to, 1));
        return new SessionQuery(
                filter, sort, wanted.limit, Optional.ofNullable(wanted.after).map(text -> Cursor.decoded(text, sort)));
    }

    static Set<SessionState> states(String text) {
        return split(text, ",").map(SessionState::of).collect(Collectors.toUnmodifiableSet());
    }

    static List<String> words(String text) {
        return split(text, "\\s+")
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.indexOf('\0') < 0)
                .limit(WORDS)
                .toList();
    }

    static List<String> tags(List<String> tags, Caller caller) {
        if (tags == null || tags.isEmpty()) {
            return List.of();
        }
        if (caller.kind() != CallerKind.STAFF && caller.kind() != CallerKind.API_KEY) {
            throw new IllegalArgumentException("Tags are the staff's.");
        }
        if (tags.size() > TAGS) {
            throw new IllegalArgumentException("Ask for at most " + TAGS + " tags at once.");
        }
        return tags.stream().map(Tags::normalised).distinct().toList();
    }

    static Optional<Holder> holder(String text, Caller caller) {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (text) {
                    case "none" -> new Holder.Nobody();
                    case "me" -> new Holder.Member(id("staff", caller.id()).orElseThrow());
                    default -> new Holder.Member(id("staff", text).orElseThrow());
                });
    }

    /** A time, or a day of UTC. A day as an end is meant to its end. */
    static Optional<Instant> time(String name, String text, int daysAfter) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                            text.indexOf('T') > 0
                                    ? Instant.parse(text)
                                    : LocalDate.parse(text)
                                            .plusDays(daysAfter)
                                            .atStartOfDay()
                                            .toInstant(ZoneOffset.UTC))
                    .filter(SessionSearch::isOfOurTime)
                    .or(() -> {
                        throw notATime(name);
                    });
        } catch (DateTimeException e) {
            throw notATime(name);
        }
    }

    /** What Postgres can compare. */
    private static boolean isOfOurTime(Instant time) {
        var year = time.atOffset(ZoneOffset.UTC).getYear();
        return year > 0 && year < 10_000;
    }

    private static IllegalArgumentException notATime(String name) {
        return new IllegalArgumentException(
                name + " is a day such as 2026-05-31, or a time such as 2026-05-31T12:00:00Z.");
    }

    private static Optional<UUID> id(String name, String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is an id.", e);
        }
    }

    private static Stream<String> split(String text, String separator) {
        return text == null
                ? Stream.empty()
                : Arrays.stream(text.split(separator)).map(String::strip).filter(part -> !part.isEmpty());
    }
}
