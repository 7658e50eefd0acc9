package dev.remotesupport.chat.socket;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Ends the upgrade of a socket whose token is bad. By then Quarkus has answered 401 with its challenge; going on to the
 * check of the role would make it answer a second time and log an error.
 */
@ApplicationScoped
@Priority(Integer.MAX_VALUE)
class TokenCheck implements HttpUpgradeCheck {

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return context.securityIdentity()
                .replaceWith(CheckResult.permitUpgradeSync())
                .onFailure(SecurityException.class)
                .recoverWithUni(Uni.createFrom().nothing());
    }
}
