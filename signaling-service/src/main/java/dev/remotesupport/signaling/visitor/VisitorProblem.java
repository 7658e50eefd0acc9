package dev.remotesupport.signaling.visitor;

import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.problem.ProblemKind;

/** What is refused about visitors. */
enum VisitorProblem implements ProblemKind {
    VISITOR_GONE(404, "This visitor is not here any more."),
    REQUEST_UNKNOWN(404, "There is no such request."),
    ALREADY_ASKED(409, "This visitor is being asked already."),
    UNAVAILABLE(503, "A part of the service is away for a moment.");

    private final int status;
    private final String title;

    VisitorProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    ProblemException because(String detail) {
        return new ProblemException(this, detail);
    }
}
