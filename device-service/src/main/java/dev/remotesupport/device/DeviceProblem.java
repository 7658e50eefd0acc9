package dev.remotesupport.device;

import dev.remotesupport.platform.problem.ProblemKind;

/** Everything the device service refuses. */
public enum DeviceProblem implements ProblemKind {
    QUERY_NOT_UNDERSTOOD(400, "This search cannot be understood."),
    NOT_YOUR_SESSION(403, "This token is for one session only.");

    private final int status;
    private final String title;

    DeviceProblem(int status, String title) {
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
}
