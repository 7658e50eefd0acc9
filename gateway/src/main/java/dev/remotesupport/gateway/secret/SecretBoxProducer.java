package dev.remotesupport.gateway.secret;

import dev.remotesupport.gateway.GatewayConfig;
import dev.remotesupport.platform.secret.SecretBox;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What seals site secrets and signing keys. */
@Dependent
class SecretBoxProducer {

    @Produces
    @Singleton
    SecretBox secretBox(GatewayConfig config) {
        return new SecretBox(EncryptionKey.of(config));
    }
}
