package dev.remotesupport.gateway.refresh;

import dev.remotesupport.gateway.GatewayProblem;

/** What comes of presenting a refresh token. A value, because ending a family has to be committed. */
sealed interface Rotation {

    record Renewed(SignedIn signedIn) implements Rotation {}

    record Refused(GatewayProblem problem, String detail) implements Rotation {}

    /** Fails with 401 when it was refused. */
    default SignedIn signedIn() {
        return switch (this) {
            case Renewed renewed -> renewed.signedIn();
            case Refused refused -> throw refused.problem().because(refused.detail());
        };
    }
}
