package dev.remotesupport.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignalingConfigTest {

    private final SignalingConfig unset = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(SignalingConfig.class)
            .withDefaultValue("remote-support.signaling.address", "localhost:8080")
            .build()
            .getConfigMapping(SignalingConfig.class);

    @Test
    void tabKeepsItsPlaceForAMinuteUnlessAnInstallationSaysOtherwise() {
        // Half a minute without a network, and up to fifteen seconds until a browser that has tried in vain does so
        // again.
        assertThat(unset.returnWithin()).isEqualTo(Duration.ofSeconds(60));
    }
}
