package dev.remotesupport.contracts.signal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.remotesupport.contracts.OrAbsent;
import java.util.List;
import java.util.UUID;

/**
 * Technician, under the grant {@code control}: something to do to an element of the customer's page. The relay hands it
 * to the tab as the {@link ControlOrder} of the same name.
 */
@JsonSubTypes({
    @JsonSubTypes.Type(ControlCommand.Click.class),
    @JsonSubTypes.Type(ControlCommand.Input.class),
    @JsonSubTypes.Type(ControlCommand.Select.class),
    @JsonSubTypes.Type(ControlCommand.Scroll.class),
    @JsonSubTypes.Type(ControlCommand.Key.class),
    @JsonSubTypes.Type(ControlCommand.Point.class),
    @JsonSubTypes.Type(ControlCommand.Drag.class)
})
public sealed interface ControlCommand extends SignalFromClient {

    /** The tab to do it in. */
    UUID participant();

    /** The technician's name for this command; the result carries it. */
    UUID command();

    /** The element's rrweb id. */
    int node();

    /**
     * A click.
     *
     * @param x from the element's left (0) to its right edge (1)
     * @param y from the element's upper (0) to its lower edge (1)
     * @param button as in the DOM: 0 left, 1 middle, 2 right
     * @param count 2 for the second click of a double click, or null where the page counts
     */
    @JsonTypeName("control.click")
    record Click(
            UUID participant,
            UUID command,
            int node,
            double x,
            double y,
            int button,
            @OrAbsent Integer count) implements ControlCommand {
        public Click {
            ControlBounds.target(participant, command, node);
            ControlBounds.click(x, y, button, count);
        }
    }

    /**
     * The whole new value of a field.
     *
     * @param start where the selection begins afterwards, or null for the value's end
     * @param end where the selection ends afterwards, or null for the value's end
     */
    @JsonTypeName("control.input")
    record Input(
            UUID participant,
            UUID command,
            int node,
            String value,
            @OrAbsent Integer start,
            @OrAbsent Integer end) implements ControlCommand {
        public Input {
            ControlBounds.target(participant, command, node);
            ControlBounds.input(value, start, end);
        }

        @Override
        public String toString() {
            return "Input[participant=" + participant + ", command=" + command + ", node=" + node + "]";
        }
    }

    /** The values chosen in a select element. */
    @JsonTypeName("control.select")
    record Select(UUID participant, UUID command, int node, List<String> values) implements ControlCommand {
        public Select {
            ControlBounds.target(participant, command, node);
            values = ControlBounds.values(values);
        }

        @Override
        public String toString() {
            return "Select[participant=" + participant + ", command=" + command + ", node=" + node + "]";
        }
    }

    /** The scroll offset of an element or, for the document's node, of the page, in CSS pixels. */
    @JsonTypeName("control.scroll")
    record Scroll(UUID participant, UUID command, int node, double x, double y) implements ControlCommand {
        public Scroll {
            ControlBounds.target(participant, command, node);
            ControlBounds.scroll(x, y);
        }
    }

    /**
     * A key pressed and let go.
     *
     * @param key as in the DOM's {@code KeyboardEvent.key}
     * @param code as in the DOM's {@code KeyboardEvent.code}
     */
    @JsonTypeName("control.key")
    record Key(
            UUID participant,
            UUID command,
            int node,
            String key,
            String code,
            boolean alt,
            boolean ctrl,
            boolean meta,
            boolean shift)
            implements ControlCommand {
        public Key {
            ControlBounds.target(participant, command, node);
            ControlBounds.key(key, code);
        }

        @Override
        public String toString() {
            return "Key[participant=" + participant + ", command=" + command + ", node=" + node + "]";
        }
    }

    /** The pointer comes to an element, without a press. */
    @JsonTypeName("control.point")
    record Point(UUID participant, UUID command, int node, double x, double y) implements ControlCommand {
        public Point {
            ControlBounds.target(participant, command, node);
            ControlBounds.within(x, y);
        }
    }

    /** Pressed at a place, moved along a path, and let go at its end. */
    @JsonTypeName("control.drag")
    record Drag(UUID participant, UUID command, int node, double x, double y, List<Step> path)
            implements ControlCommand {
        public Drag {
            ControlBounds.target(participant, command, node);
            ControlBounds.within(x, y);
            path = ControlBounds.path(path);
        }
    }
}
