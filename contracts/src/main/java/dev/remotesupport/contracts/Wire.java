package dev.remotesupport.contracts;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How an enum constant is spelled outside Java: in lower case, words joined by an underscore. */
public final class Wire {

    /** As rows, events and frames are read and written by the thousand, each is spelled once. */
    private static final Map<Enum<?>, String> NAMES = new ConcurrentHashMap<>();

    private Wire() {}

    public static String name(Enum<?> constant) {
        return NAMES.computeIfAbsent(constant, one -> one.name().toLowerCase(Locale.ROOT));
    }

    /** Finds the constant spelled {@code wire}; exact, so that there is one spelling only. */
    public static <E extends Enum<E>> E constant(Class<E> type, String wire) {
        for (E constant : type.getEnumConstants()) {
            if (name(constant).equals(wire)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("\"" + wire + "\" is no " + type.getSimpleName() + ".");
    }
}
