package dev.remotesupport.platform.problem;

/** One entry of a service's error catalogue. Each service keeps its own in one enum. */
public interface ProblemKind {

    /** The HTTP status, 400-599. */
    int status();

    /** Stable, lower-case-with-dashes; clients decide by it. */
    String code();

    /** One short sentence for a person, the same for every occurrence. */
    String title();
}
