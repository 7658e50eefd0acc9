package dev.remotesupport.platform.problem;

/** The problems that every service can answer with. */
public enum PlatformProblem implements ProblemKind {
    MALFORMED(400, "The request could not be read."),
    INVALID(400, "Some values are missing or not allowed."),
    UNAUTHENTICATED(401, "Sign in first."),
    FORBIDDEN(403, "You are not allowed to do this."),
    NOT_PERMITTED(403, "Your role does not include this."),
    NOT_FOUND(404, "There is nothing here."),
    METHOD_NOT_ALLOWED(405, "This address does not take that method."),
    NOT_ACCEPTABLE(406, "This address cannot answer in that format."),
    CONFLICT(409, "Somebody else has changed this meanwhile."),
    TOO_LARGE(413, "The request is too large."),
    UNSUPPORTED_MEDIA_TYPE(415, "Send application/json."),
    TOO_MANY_REQUESTS(429, "Too many requests. Wait a moment."),
    INTERNAL(500, "Something went wrong on our side."),
    UNAVAILABLE(503, "A part of the service is away for a moment."),
    EVENTS_BACKED_UP(503, "Too many events are waiting to be published.");

    private final int status;
    private final String title;

    PlatformProblem(int status, String title) {
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
