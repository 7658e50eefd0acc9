package dev.remotesupport.platform.problem;

/** The problems that every service can answer with. */
public enum PlatformProblem implements ProblemKind {
    MALFORMED(400, "malformed", "The request could not be read."),
    INVALID(400, "invalid", "Some values are missing or not allowed."),
    UNAUTHENTICATED(401, "unauthenticated", "Sign in first."),
    FORBIDDEN(403, "forbidden", "You are not allowed to do this."),
    NOT_PERMITTED(403, "not-permitted", "Your role does not include this."),
    NOT_FOUND(404, "not-found", "There is nothing here."),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This address does not take that method."),
    NOT_ACCEPTABLE(406, "not-acceptable", "This address cannot answer in that format."),
    CONFLICT(409, "conflict", "Somebody else has changed this meanwhile."),
    TOO_LARGE(413, "too-large", "The request is too large."),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "Send application/json."),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests. Wait a moment."),
    INTERNAL(500, "internal", "Something went wrong on our side."),
    UNAVAILABLE(503, "unavailable", "A part of the service is away for a moment."),
    EVENTS_BACKED_UP(503, "events-backed-up", "Too many events are waiting to be published.");

    private final int status;
    private final String code;
    private final String title;

    PlatformProblem(int status, String code, String title) {
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
