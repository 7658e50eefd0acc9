package dev.remotesupport.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a REST request into a problem with an id, and logs it once under that id. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper
    public Response problem(ProblemException failure) {
        return answer(Problem.of(failure.kind(), failure.getMessage()), failure);
    }

    @ServerExceptionMapper
    public Response validation(ConstraintViolationException failure) {
        var violations = failure.getConstraintViolations().stream()
                .map(violation -> new Problem.Violation(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Problem.Violation::field))
                .toList();
        return answer(Problem.of(PlatformProblem.INVALID, sentence(violations), violations), failure);
    }

    @ServerExceptionMapper
    public Response malformed(JacksonException failure) {
        return answer(
                Problem.of(PlatformProblem.MALFORMED, "The body is not the JSON that this address takes."), failure);
    }

    /** Of its own, because the framework has one for it that repeats the value. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException failure) {
        return malformed(failure);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(SecurityException failure) {
        return answer(Problem.of(PlatformProblem.UNAUTHENTICATED, "A valid access token is missing."), failure);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure) {
        return answer(Problem.of(PlatformProblem.FORBIDDEN, "Your role does not include this."), failure);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException failure) {
        if (failure.getCause() instanceof JacksonException malformed) {
            return malformed(malformed);
        }
        var status = failure.getResponse().getStatus();
        var kind = Arrays.stream(PlatformProblem.values())
                .filter(problem -> problem.status() == status)
                .findFirst();
        return kind.map(found -> answer(Problem.of(found, found.title()), failure))
                .orElseGet(failure::getResponse);
    }

    @ServerExceptionMapper
    public Response anythingElse(Throwable failure) {
        if (PostgresFailures.isUnstorable(failure)) {
            return answer(
                    Problem.of(PlatformProblem.INVALID, "A text holds a character that cannot be kept."), failure);
        }
        var kind = PostgresFailures.isTransient(failure) ? PlatformProblem.UNAVAILABLE : PlatformProblem.INTERNAL;
        return answer(Problem.of(kind, "Try again in a moment; if it stays so, tell support the id."), failure);
    }

    private static Response answer(Problem problem, Throwable failure) {
        if (PostgresFailures.isTransient(failure)) {
            LOG.warnf("problem id=%s code=%s failure=%s", problem.id(), problem.code(), failure);
        } else if (problem.status() >= 500) {
            LOG.errorf(failure, "problem id=%s code=%s", problem.id(), problem.code());
        } else {
            LOG.debugf("problem id=%s code=%s status=%d", problem.id(), problem.code(), problem.status());
        }
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == 503 || problem.status() == 429) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }

    /** The last part of the path, which is what the caller wrote: {@code start.body.customerName} is {@code customerName}. */
    private static String field(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Path.Node::getName)
                .filter(name -> name != null)
                .reduce((first, last) -> last)
                .orElse("body");
    }

    private static String sentence(List<Problem.Violation> violations) {
        return String.join(
                "; ",
                violations.stream()
                        .map(violation -> violation.field() + " " + violation.message())
                        .toList());
    }
}
