package dev.remotesupport.platform.problem;

import java.util.Locale;

/** One entry of a service's error catalogue. Each service keeps its own in one enum. */
public interface ProblemKind {

    /** The HTTP status, 400-599. */
    int status();

    /** The constant's, as enums tell it. */
    String name();

    /** The name, lower-case-with-dashes; clients decide by it, so a constant is never renamed. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One short sentence for a person, the same for every occurrence. */
    String title();
}
