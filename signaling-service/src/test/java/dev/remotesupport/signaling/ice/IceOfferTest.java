package dev.remotesupport.signaling.ice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.contracts.signal.IcePolicy;
import dev.remotesupport.contracts.signal.IceServer;
import dev.remotesupport.signaling.SignalingConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IceOfferTest {

    private static final String PARTICIPANT = "0198f3a1-7c60-7aa1-8f3d-2b9c5e7f1a02";
    private static final Instant NOW = Instant.ofEpochSecond(1_764_320_400);

    @Test
    void stunServersNeedNoCredentials() {
        var offer = IceServers.of(List.of("stun:one.example:3478", "stun:two.example:3478"), Turn.none());

        assertThat(offer.to(PARTICIPANT, NOW).servers())
                .containsExactly(
                        new IceServer(List.of("stun:one.example:3478"), null, null),
                        new IceServer(List.of("stun:two.example:3478"), null, null));
        assertThat(offer.renewAfter()).isEmpty();
    }

    /** The password by {@code printf %s USERNAME | openssl dgst -sha1 -hmac north -binary | base64}. */
    @Test
    void turnCredentialsAreForOneParticipantAndEnd() {
        var offer = IceServers.of(List.of(), Turn.with("north", Duration.ofMinutes(10)));

        assertThat(offer.to(PARTICIPANT, NOW).servers()).singleElement().satisfies(turn -> {
            assertThat(turn.urls()).containsExactly("turn:turn.example:3478");
            assertThat(turn.username()).isEqualTo("1764321000:" + PARTICIPANT);
            assertThat(turn.credential()).isEqualTo("XtXm3v3WpO3TlH2ae5Eajjr78Rc=");
            assertThat(turn.toString()).doesNotContain(turn.credential());
        });
        assertThat(offer.renewAfter()).contains(Duration.ofMinutes(5));
        assertThat(offer.toString()).doesNotContain("north");
    }

    @Test
    void relaysAloneAreToldAndAnyWayIsNotWorthAWord() {
        var any = new IceOffer(
                List.of(),
                List.of("turn:turn.example:3478"),
                Optional.of("north"),
                IcePolicy.ALL,
                Duration.ofMinutes(1));
        var relays = new IceOffer(any.stun(), any.turn(), any.secret(), IcePolicy.RELAY, any.credentialsFor());

        assertThat(any.to(PARTICIPANT, NOW).policy()).isNull();
        assertThat(relays.to(PARTICIPANT, NOW).policy()).isEqualTo(IcePolicy.RELAY);
    }

    @Test
    void relayWhoseSecretCannotBeReadIsToldToNobody() {
        var offer = new IceOffer(
                List.of(), List.of("turn:turn.example:3478"), Optional.empty(), IcePolicy.ALL, Duration.ofMinutes(1));

        assertThat(offer.to(PARTICIPANT, NOW).servers()).isEmpty();
    }

    @Test
    void turnWithoutASecretAndCredentialsForDaysAreRefusedAtTheStart() {
        assertThatThrownBy(() -> IceServers.of(List.of(), Turn.with(null, Duration.ofHours(1))))
                .hasMessageContaining("turn.secret is missing");
        assertThatThrownBy(() -> IceServers.of(List.of(), Turn.with("north", Duration.ofHours(2))))
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
