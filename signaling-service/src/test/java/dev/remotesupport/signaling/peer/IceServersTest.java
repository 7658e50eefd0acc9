package dev.remotesupport.signaling.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.contracts.signal.IceServer;
import dev.remotesupport.signaling.SignalingConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IceServersTest {

    private static final UUID PARTICIPANT = UUID.fromString("0198f3a1-7c60-7aa1-8f3d-2b9c5e7f1a02");
    private static final Instant NOW = Instant.ofEpochSecond(1_764_320_400);

    @Test
    void stunServersNeedNoCredentials() {
        var servers = new IceServers(List.of("stun:one.example:3478", "stun:two.example:3478"), Turn.none());

        assertThat(servers.of(PARTICIPANT, NOW))
                .containsExactly(
                        new IceServer(List.of("stun:one.example:3478"), null, null),
                        new IceServer(List.of("stun:two.example:3478"), null, null));
        assertThat(servers.renewAfter()).isEmpty();
    }

    /** The password by {@code printf %s USERNAME | openssl dgst -sha1 -hmac north -binary | base64}. */
    @Test
    void turnCredentialsAreForOneParticipantAndEnd() {
        var servers = new IceServers(List.of(), Turn.with("north", Duration.ofMinutes(10)));

        assertThat(servers.of(PARTICIPANT, NOW)).singleElement().satisfies(turn -> {
            assertThat(turn.urls()).containsExactly("turn:turn.example:3478");
            assertThat(turn.username()).isEqualTo("1764321000:" + PARTICIPANT);
            assertThat(turn.credential()).isEqualTo("XtXm3v3WpO3TlH2ae5Eajjr78Rc=");
            assertThat(turn.toString()).doesNotContain(turn.credential());
        });
        assertThat(servers.renewAfter()).contains(Duration.ofMinutes(5));
    }

    @Test
    void turnWithoutASecretAndCredentialsForDaysAreRefusedAtTheStart() {
        assertThatThrownBy(() -> new IceServers(List.of(), Turn.with(null, Duration.ofHours(1))))
                .hasMessageContaining("turn.secret is missing");
        assertThatThrownBy(() -> new IceServers(List.of(), Turn.with("north", Duration.ofHours(2))))
                .hasMessageContaining("from one minute to one hour");
    }

    private record Turn(Optional<List<String>> urls, Optional<String> secret, Duration credentialsFor)
            implements SignalingConfig.Turn {

        static Turn none() {
            return new Turn(Optional.empty(), Optional.empty(), Duration.ofHours(1));
        }

        static Turn with(String secret, Duration credentialsFor) {
            return new Turn(
                    Optional.of(List.of("turn:turn.example:3478")), Optional.ofNullable(secret), credentialsFor);
        }
    }
}
