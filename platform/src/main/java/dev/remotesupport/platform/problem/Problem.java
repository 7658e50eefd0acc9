package dev.remotesupport.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * The body of every error answer (RFC 9457, {@code application/problem+json}).
 *
 * @param id of this occurrence; the log line has it too
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type, String title, int status, String code, String detail, UUID id, List<Violation> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One value that was not allowed. */
    public record Violation(String field, String message) {}

    public static Problem of(ProblemKind kind, String detail) {
        return of(kind, detail, List.of());
    }

    public static Problem of(ProblemKind kind, String detail, List<Violation> violations) {
        return new Problem(
                URI.create("https://remote-support.dev/problems/" + kind.code()),
                kind.title(),
                kind.status(),
                kind.code(),
                detail,
                UUID.randomUUID(),
                violations);
    }
}
