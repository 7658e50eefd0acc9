package dev.remotesupport.signaling.visitor;

import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.problem.ProblemKind;

/** What is refused about visitors. */
enum VisitorProblem implements ProblemKind {
    VISITOR_GONE(404, "visitor-gone", "This visitor is not here any more."),
    REQUEST_UNKNOWN(404, "request-unknown", "There is no such request."),
    ALREADY_ASKED(409, "already-asked", "This visitor is being asked already."),
    SESSIONS_AWAY(503, "unavailable", "A part of the service is away for a moment.");

    private final int status;
    private final String code;
    private final String title;

    VisitorProblem(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    ProblemException because(String detail) {
        return new ProblemException(this, detail);
    }
}
