package dev.remotesupport.contracts.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.remotesupport.contracts.WireJson;
import java.util.Optional;

/** Reads and writes events; the property {@code type} says which one it is. */
public final class EventJson {

    private static final ObjectReader READER = WireJson.mapper().readerFor(Event.class);

    private EventJson() {}

    public static String write(Event event) {
        return WireJson.write(event);
    }

    /**
     * Reads any event.
     *
     * @throws IllegalArgumentException if it is none that is known here, or has fields missing, of a wrong type or out of
     *     bounds
     */
    public static Event read(String json) {
        try {
            Event event = READER.readValue(json);
            if (event == null) {
                throw new IllegalArgumentException("The event is not a JSON object.");
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The event cannot be read.", e);
        }
    }

    /** Reads an event of one kind; empty if it is another or none. */
    public static <E extends Event> Optional<E> read(String json, Class<E> kind) {
        try {
            return Optional.of(read(json)).filter(kind::isInstance).map(kind::cast);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
