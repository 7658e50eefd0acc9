package dev.remotesupport.contracts;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.ReaderBasedJsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/**
 * What rrweb recorded: the text of a JSON array, well-formed and otherwise untouched. The relay hands snapshots of
 * megabytes on, so they never become a tree of objects. Only the replay in the console looks inside, and does not trust it.
 *
 * @param json the text of the array
 */
@JsonDeserialize(using = RecordedEvents.Reader.class)
public record RecordedEvents(@JsonValue @JsonRawValue String json) {

    /** Under this attribute the reader finds the text that is being parsed, to cut the array out of it. */
    static final String SOURCE = RecordedEvents.class.getName();

    public RecordedEvents {
        Bounds.present(json, "events");
        if (!json.startsWith("[") || !json.endsWith("]")) {
            throw new IllegalArgumentException("events is not an array.");
        }
    }

    /** Characters of its text: what keeping it costs, within a small factor. */
    public int size() {
        return json.length();
    }

    @Override
    public String toString() {
        return "RecordedEvents[" + json.length() + " characters]";
    }

    static final class Reader extends StdDeserializer<RecordedEvents> {

        private static final long serialVersionUID = 1L;

        Reader() {
            super(RecordedEvents.class);
        }

        @Override
        public RecordedEvents deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.START_ARRAY)) {
                return (RecordedEvents) context.handleUnexpectedToken(RecordedEvents.class, parser);
            }
            // Only the parser that reads the text itself knows offsets. Where "type" did not come first, Jackson
            // replays
            // buffered tokens from another one, and the array is written anew.
            if (parser instanceof ReaderBasedJsonParser && context.getAttribute(SOURCE) instanceof String source) {
                long start = parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                long end = parser.currentLocation().getCharOffset();
                return new RecordedEvents(source.substring((int) start, (int) end));
            }
            return new RecordedEvents(context.readTree(parser).toString());
        }
    }
}
