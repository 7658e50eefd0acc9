package dev.remotesupport.contracts.signal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.remotesupport.contracts.OrAbsent;
import java.util.List;
import java.util.UUID;

/** To a customer's tab: a {@link ControlCommand} that the relay found allowed, with who gave it. */
@JsonSubTypes({
    @JsonSubTypes.Type(ControlOrder.Click.class),
    @JsonSubTypes.Type(ControlOrder.Input.class),
    @JsonSubTypes.Type(ControlOrder.Select.class),
    @JsonSubTypes.Type(ControlOrder.Scroll.class),
    @JsonSubTypes.Type(ControlOrder.Key.class),
    @JsonSubTypes.Type(ControlOrder.Point.class),
    @JsonSubTypes.Type(ControlOrder.Drag.class)
})
public sealed interface ControlOrder extends SignalFromServer {

    /** The technician's participant. */
    UUID from();

    UUID participant();

    UUID command();

    int node();

    /** The order that a technician's command becomes. */
    static ControlOrder of(UUID from, ControlCommand command) {
        return switch (command) {
            case ControlCommand.Click(var tab, var id, var node, var x, var y, var button, var count) ->
                new Click(from, tab, id, node, x, y, button, count);
            case ControlCommand.Input(var tab, var id, var node, var value, var start, var end) ->
                new Input(from, tab, id, node, value, start, end);
            case ControlCommand.Select(var tab, var id, var node, var values) ->
                new Select(from, tab, id, node, values);
            case ControlCommand.Scroll(var tab, var id, var node, var x, var y) ->
                new Scroll(from, tab, id, node, x, y);
            case ControlCommand.Key(
                    var tab,
                    var id,
                    var node,
                    var key,
                    var code,
                    var alt,
                    var ctrl,
                    var meta,
                    var shift) -> new Key(from, tab, id, node, key, code, alt, ctrl, meta, shift);
            case ControlCommand.Point(var tab, var id, var node, var x, var y) -> new Point(from, tab, id, node, x, y);
            case ControlCommand.Drag(var tab, var id, var node, var x, var y, var path) ->
                new Drag(from, tab, id, node, x, y, path);
        };
    }

    @JsonTypeName("control.click")
    record Click(
            UUID from,
            UUID participant,
            UUID command,
            int node,
            double x,
            double y,
            int button,
            @OrAbsent Integer count)
            implements ControlOrder {
        public Click {
            ControlBounds.order(from, participant, command, node);
            ControlBounds.click(x, y, button, count);
        }
    }

    @JsonTypeName("control.input")
    record Input(
            UUID from,
            UUID participant,
            UUID command,
            int node,
            String value,
            @OrAbsent Integer start,
            @OrAbsent Integer end)
            implements ControlOrder {
        public Input {
            ControlBounds.order(from, participant, command, node);
            ControlBounds.input(value, start, end);
        }

        @Override
        public String toString() {
            return "Input[from=" + from + ", command=" + command + ", node=" + node + "]";
        }
    }

    @JsonTypeName("control.select")
    record Select(UUID from, UUID participant, UUID command, int node, List<String> values) implements ControlOrder {
        public Select {
            ControlBounds.order(from, participant, command, node);
            values = ControlBounds.values(values);
        }

        @Override
        public String toString() {
            return "Select[from=" + from + ", command=" + command + ", node=" + node + "]";
        }
    }

    @JsonTypeName("control.scroll")
    record Scroll(UUID from, UUID participant, UUID command, int node, double x, double y) implements ControlOrder {
        public Scroll {
            ControlBounds.order(from, participant, command, node);
            ControlBounds.scroll(x, y);
        }
    }

    @JsonTypeName("control.key")
    record Key(
            UUID from,
            UUID participant,
            UUID command,
            int node,
            String key,
            String code,
            boolean alt,
            boolean ctrl,
            boolean meta,
            boolean shift)
            implements ControlOrder {
        public Key {
            ControlBounds.order(from, participant, command, node);
            ControlBounds.key(key, code);
        }

        @Override
        public String toString() {
            return "Key[from=" + from + ", command=" + command + ", node=" + node + "]";
        }
    }

    @JsonTypeName("control.point")
    record Point(UUID from, UUID participant, UUID command, int node, double x, double y) implements ControlOrder {
        public Point {
            ControlBounds.order(from, participant, command, node);
            ControlBounds.within(x, y);
        }
    }

    @JsonTypeName("control.drag")
    record Drag(UUID from, UUID participant, UUID command, int node, double x, double y, List<Step> path)
            implements ControlOrder {
        public Drag {
            ControlBounds.order(from, participant, command, node);
            ControlBounds.within(x, y);
            path = ControlBounds.path(path);
        }
    }
}
