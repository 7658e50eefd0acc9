package dev.remotesupport.platform.problem;

/** Ends a request with a problem of the catalogue. Costs no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemKind kind;

    /** @param detail what is wrong this time and what to do, for a person; never anything internal */
    public ProblemException(ProblemKind kind, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
    }

    public ProblemKind kind() {
        return kind;
    }
}
