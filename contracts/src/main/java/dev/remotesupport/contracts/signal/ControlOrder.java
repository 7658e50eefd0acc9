package dev.remotesupport.contracts.signal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;
import java.util.List;
import java.util.UUID;

/** To a customer's tab: a {@link ControlCommand} that the relay found allowed, with who gave it. */
@JsonSubTypes({
    @JsonSubTypes.Type(ControlOrder.Click.class),
    @JsonSubTypes.Type(ControlOrder.Input.class),
    @JsonSubTypes.Type(ControlOrder.Select.class),
    @JsonSubTypes.Type(ControlOrder.Scroll.class),
    @JsonSubTypes.Type(ControlOrder.Key.class)
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
            case ControlCommand.Click(var tab, var id, var node, var x, var y, var button) ->
                new Click(from, tab, id, node, x, y, button);
            case ControlCommand.Input(var tab, var id, var node, var value) -> new Input(from, tab, id, node, value);
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
        };
    }

    @JsonTypeName("control.click")
    record Click(UUID from, UUID participant, UUID command, int node, double x, double y, int button)
            implements ControlOrder {
        public Click {
            ControlBounds.order(from, participant, command, node);
            ControlBounds.click(x, y, button);
        }
    }

    @JsonTypeName("control.input")
    record Input(UUID from, UUID participant, UUID command, int node, String value) implements ControlOrder {
        public Input {
            ControlBounds.order(from, participant, command, node);
            Bounds.textOrEmpty(value, "value", Limits.INPUT_VALUE);
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
}
