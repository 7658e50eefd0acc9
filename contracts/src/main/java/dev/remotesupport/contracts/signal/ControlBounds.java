package dev.remotesupport.contracts.signal;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;
import java.util.List;
import java.util.UUID;

/** The bounds that a remote control command has on both of its ways. */
final class ControlBounds {

    private ControlBounds() {}

    static void order(UUID from, UUID participant, UUID command, int node) {
        Bounds.present(from, "from");
        target(participant, command, node);
    }

    static void target(UUID participant, UUID command, int node) {
        Bounds.present(participant, "participant");
        Bounds.present(command, "command");
        node(node);
    }

    static void place(int node, double x, double y) {
        node(node);
        within(x, y);
    }

    static void within(double x, double y) {
        Bounds.range(x, "x", 0.0, 1.0);
        Bounds.range(y, "y", 0.0, 1.0);
    }

    static void click(double x, double y, int button, Integer count) {
        within(x, y);
        Bounds.range(button, "button", 0, 2);
        if (count != null) {
            Bounds.range(count, "count", 1, 3);
        }
    }

    static void input(String value, Integer start, Integer end) {
        Bounds.textOrEmpty(value, "value", Limits.INPUT_VALUE);
        optional(start, "start");
        optional(end, "end");
    }

    static List<Step> path(List<Step> path) {
        return Bounds.list(path, "path", Limits.STEPS);
    }

    /** Points of a drawn line: x and y in turn. */
    static List<Double> stroke(List<Double> points) {
        var kept = Bounds.list(points, "points", Limits.STROKE);
        if (kept.size() % 2 != 0) {
            throw new IllegalArgumentException("points come in pairs");
        }
        for (double point : kept) {
            Bounds.range(point, "points[]", -Limits.PIXELS, Limits.PIXELS);
        }
        return kept;
    }

    private static void node(int node) {
        Bounds.range(node, "node", 1, Integer.MAX_VALUE);
    }

    private static void optional(Integer position, String field) {
        if (position != null) {
            Bounds.range(position, field, 0, Limits.INPUT_VALUE);
        }
    }

    static void scroll(double x, double y) {
        Bounds.range(x, "x", -Limits.PIXELS, Limits.PIXELS);
        Bounds.range(y, "y", -Limits.PIXELS, Limits.PIXELS);
    }

    static void key(String key, String code) {
        Bounds.text(key, "key", Limits.KEY);
        Bounds.textOrEmpty(code, "code", Limits.KEY);
    }

    static List<String> values(List<String> values) {
        List<String> copy = Bounds.list(values, "values", Limits.SELECT_VALUES);
        for (String value : copy) {
            Bounds.textOrEmpty(value, "values[]", Limits.SELECT_VALUE);
        }
        return copy;
    }
}
