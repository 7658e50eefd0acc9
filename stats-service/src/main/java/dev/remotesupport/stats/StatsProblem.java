package dev.remotesupport.stats;

import dev.remotesupport.platform.problem.ProblemKind;

/** Everything the stats service refuses. */
public enum StatsProblem implements ProblemKind {
    SPAN_NOT_ALLOWED(400, "span-not-allowed", "These days cannot be counted."),
    ZONE_UNKNOWN(400, "zone-unknown", "There is no such time zone."),
    NOT_FOR_THIS_TOKEN(403, "not-for-this-token", "This token does not open statistics.");

    private final int status;
    private final String code;
    private final String title;

    StatsProblem(int status, String code, String title) {
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
