package dev.remotesupport.signaling.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remotesupport.contracts.signal.IceServer;
import dev.remotesupport.signaling.SignalingConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The STUN and TURN servers of this installation. Credentials for TURN are made for one participant and end by themselves, as
 * coturn's {@code use-auth-secret} knows them (draft-uberti-behave-turn-rest): the user name begins with the time of their
 * end, and the password is its HMAC-SHA1 by the secret that both share.
 */
@Singleton
public final class IceServers {

    private static final String HMAC = "HmacSHA1";

    private final List<String> stun;
    private final List<String> turn;
    private final Optional<SecretKeySpec> secret;
    private final Duration credentialsFor;

    @Inject
    IceServers(SignalingConfig config) {
        this(config.iceServers().orElse(List.of()), config.turn());
    }

    IceServers(List<String> stun, SignalingConfig.Turn turn) {
        this.stun = stun;
        this.turn = turn.urls().orElse(List.of());
        this.secret = turn.secret().map(text -> new SecretKeySpec(text.getBytes(UTF_8), HMAC));
        this.credentialsFor = turn.credentialsFor();
        if (!this.turn.isEmpty() && secret.isEmpty()) {
            throw new IllegalArgumentException("remote-support.signaling.turn.secret is missing for the TURN servers");
        }
        if (credentialsFor.compareTo(Duration.ofHours(1)) > 0 || credentialsFor.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "remote-support.signaling.turn.credentials-for: from one minute to one hour");
        }
    }

    /** What one participant may use from now on. */
    List<IceServer> of(UUID participant, Instant now) {
        return Stream.concat(
                        stun.stream().map(url -> new IceServer(List.of(url), null, null)),
                        secret.filter(key -> !turn.isEmpty()).map(key -> relay(key, participant, now)).stream())
                .toList();
    }

    /** How long before new ones are due; empty where nothing ends. */
    Optional<Duration> renewAfter() {
        return turn.isEmpty() ? Optional.empty() : Optional.of(credentialsFor.dividedBy(2));
    }

    private IceServer relay(SecretKeySpec key, UUID participant, Instant now) {
        String username = now.plus(credentialsFor).getEpochSecond() + ":" + participant;
        return new IceServer(turn, username, password(key, username));
    }

    private static String password(SecretKeySpec key, String username) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
