package dev.remotesupport.chat.room;

import dev.remotesupport.chat.progress.Advance;
import dev.remotesupport.chat.progress.Mark;
import dev.remotesupport.contracts.Seat;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** What replicas tell each other besides that there are messages. A newer one takes the place of an older of the same key. */
sealed interface Signal {

    Object key();

    /** One line without line breaks. */
    String line();

    /** Somebody is writing. */
    record Typing(UUID conversation, Seat seat, String person, String name) implements Signal {

        private record Key(UUID conversation, String person) {}

        @Override
        public Object key() {
            return new Key(conversation, person);
        }

        @Override
        public String line() {
            return String.join(" ", "typing", conversation.toString(), seat.wire(), encode(person), encode(name));
        }
    }

    /** One side has come further. */
    record Came(Advance advance) implements Signal {

        private record Key(UUID conversation, Seat seat) {}

        @Override
        public Object key() {
            return new Key(advance.conversation(), advance.seat());
        }

        @Override
        public String line() {
            var mark = advance.mark();
            return String.join(
                    " ",
                    "came",
                    advance.conversation().toString(),
                    advance.seat().wire(),
                    Long.toString(mark.delivered()),
                    Long.toString(mark.read()));
        }
    }

    /** Reads a line; a kind that only a newer replica knows is passed over. */
    static Optional<Signal> read(String line) {
        var words = line.split(" ", -1);
        if (words.length < 5) {
            return Optional.empty();
        }
        var conversation = UUID.fromString(words[1]);
        var seat = Seat.of(words[2]);
        return switch (words[0]) {
            case "typing" -> Optional.of(new Typing(conversation, seat, decode(words[3]), decode(words[4])));
            case "came" ->
                Optional.of(new Came(
                        new Advance(conversation, seat, new Mark(Long.parseLong(words[3]), Long.parseLong(words[4])))));
            default -> Optional.empty();
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
