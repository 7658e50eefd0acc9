package dev.remotesupport.signaling.ice;

import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.problem.ProblemKind;

/** What is refused about STUN and TURN servers. */
enum IceProblem implements ProblemKind {
    SERVERS_NOT_ALLOWED(400, "These servers cannot be used like this."),
    SECRETS_OFF(409, "This installation keeps no secrets of TURN servers.");

    private final int status;
    private final String title;

    IceProblem(int status, String title) {
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
