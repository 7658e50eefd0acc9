package dev.remotesupport.device;

import dev.remotesupport.platform.problem.ProblemKind;

/** Everything the device service refuses. */
public enum DeviceProblem implements ProblemKind {
    QUERY_NOT_UNDERSTOOD(400, "query-not-understood", "This search cannot be understood."),
    NOT_YOUR_SESSION(403, "not-your-session", "This token is for one session only.");

    private final int status;
    private final String code;
    private final String title;

    DeviceProblem(int status, String code, String title) {
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
}
