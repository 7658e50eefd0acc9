package dev.remotesupport.gateway.tenancy;

import io.vertx.pgclient.PgException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;

/** Recognises which constraint of a table refused a change, where the database decides a race. */
public final class Constraints {

    private Constraints() {}

    public static Predicate<Throwable> violated(String constraint) {
        return failure -> Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(cause -> names(cause, constraint));
    }

    private static boolean names(Throwable cause, String constraint) {
        return switch (cause) {
            case PgException postgres -> constraint.equals(postgres.getConstraint());
            case ConstraintViolationException hibernate -> constraint.equals(hibernate.getConstraintName());
            default -> false;
        };
    }
}
