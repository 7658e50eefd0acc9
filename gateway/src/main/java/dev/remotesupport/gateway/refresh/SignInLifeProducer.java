package dev.remotesupport.gateway.refresh;

import dev.remotesupport.gateway.GatewayConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The lives of sign-ins, as this installation wants them. */
@Dependent
class SignInLifeProducer {

    @Produces
    @Singleton
    SignInLife life(GatewayConfig config) {
        return new SignInLife(config.tokens().idleLife(), config.tokens().sessionLife());
    }
}
