package dev.remotesupport.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.stream.Collectors;

/** Reads and writes the text frames of the sockets. */
public final class FrameJson {

    private FrameJson() {}

    /**
     * Reads a frame as one of a socket's messages, as in {@code FrameJson.read(text, SignalFromClient.class)}.
     *
     * @throws FrameException if it is not JSON, of an unknown type, or has fields missing, of a wrong type or out of bounds
     */
    public static <T> T read(String text, Class<T> messages) {
        try {
            T frame = WireJson.shared()
                    .readerFor(messages)
                    .withAttribute(RecordedEvents.SOURCE, text)
                    .readValue(text);
            if (frame == null) {
                throw new FrameException(CloseCode.MALFORMED, "The frame is not a JSON object.");
            }
            return frame;
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    public static String write(Object frame) {
        return WireJson.write(frame);
    }

    private static FrameException refusal(JsonProcessingException e) {
        return switch (e) {
            case InvalidTypeIdException type
            when type.getTypeId() != null ->
                new FrameException(CloseCode.UNEXPECTED, "The frame's type is not known here.");
            case InvalidTypeIdException type -> new FrameException(CloseCode.MALFORMED, "The frame has no type.");
            case ValueInstantiationException value
            when value.getCause() instanceof IllegalArgumentException cause ->
                new FrameException(CloseCode.MALFORMED, cause.getMessage());
            case JsonMappingException field
            when !field.getPath().isEmpty() ->
                new FrameException(CloseCode.MALFORMED, path(field) + " is missing or of a wrong type.");
            default -> new FrameException(CloseCode.MALFORMED, "The frame is not a JSON object.");
        };
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
