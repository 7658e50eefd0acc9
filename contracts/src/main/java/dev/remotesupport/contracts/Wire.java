package dev.remotesupport.contracts;

import java.util.Locale;

/** How an enum constant is spelled outside Java: in lower case, words joined by an underscore. */
public final class Wire {

    private Wire() {}

    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
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
