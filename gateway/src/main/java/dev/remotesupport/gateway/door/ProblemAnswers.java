package dev.remotesupport.gateway.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.PostgresFailures;
import dev.remotesupport.platform.problem.Problem;
import dev.remotesupport.platform.problem.ProblemException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Writes problems where no REST resource answers, in the same shape. */
@ApplicationScoped
public class ProblemAnswers {

    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);
    private static final String RETRY_AFTER_SECONDS = "2";

    private final ObjectMapper json;

    ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    public void send(HttpServerResponse response, Throwable failure) {
        if (response.ended() || response.headWritten()) {
            return;
        }
        var problem = problem(failure);
        log(problem, failure);
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (problem.status() == 503 || problem.status() == 429) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (problem.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        var unused = response.end(body(problem));
    }

    private static Problem problem(Throwable failure) {
        if (failure instanceof ProblemException refusal) {
            return Problem.of(refusal.kind(), refusal.getMessage());
        }
        var kind = PostgresFailures.isTransient(failure) ? PlatformProblem.UNAVAILABLE : PlatformProblem.INTERNAL;
        return Problem.of(kind, "Try again in a moment; if it stays so, tell support the id.");
    }

    private static void log(Problem problem, Throwable failure) {
        if (failure instanceof ProblemException) {
            LOG.debugf("problem id=%s code=%s status=%d", problem.id(), problem.code(), problem.status());
        } else if (PostgresFailures.isTransient(failure)) {
            LOG.warnf("problem id=%s code=%s failure=%s", problem.id(), problem.code(), failure);
        } else {
            LOG.errorf(failure, "problem id=%s code=%s", problem.id(), problem.code());
        }
    }

    private Buffer body(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
