package dev.remotesupport.stats;

import dev.remotesupport.platform.problem.ProblemKind;

/** Everything the stats service refuses. */
public enum StatsProblem implements ProblemKind {
    SPAN_NOT_ALLOWED(400, "These days cannot be counted."),
    ZONE_UNKNOWN(400, "There is no such time zone."),
    NOT_FOR_THIS_TOKEN(403, "This token does not open statistics.");

    private final int status;
    private final String title;

    StatsProblem(int status, String title) {
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
