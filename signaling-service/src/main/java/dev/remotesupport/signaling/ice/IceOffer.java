package dev.remotesupport.signaling.ice;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remotesupport.contracts.signal.IcePolicy;
import dev.remotesupport.contracts.signal.IceServer;
import dev.remotesupport.contracts.signal.SignalFromServer.PeerServers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What participants of one organisation get. Credentials for TURN are made for one of them and end by themselves, as coturn's
 * {@code use-auth-secret} knows them (draft-uberti-behave-turn-rest): the user name begins with the time of their end, and the
 * password is its HMAC-SHA1 by the secret that both share.
 *
 * @param turn only with a secret are they told to anybody
 */
public record IceOffer(
        List<String> stun, List<String> turn, Optional<String> secret, IcePolicy policy, Duration credentialsFor) {

    private static final String HMAC = "HmacSHA1";

    /** What one participant may use from now on. */
    public PeerServers to(String participant, Instant now) {
        var servers = Stream.concat(
                        stun.stream().map(url -> new IceServer(List.of(url), null, null)),
                        secret.filter(key -> !turn.isEmpty()).map(key -> relay(key, participant, now)).stream())
                .toList();
        return new PeerServers(servers, policy == IcePolicy.ALL ? null : policy);
    }

    /** How long before new ones are due; empty where nothing ends. */
    public Optional<Duration> renewAfter() {
        return turn.isEmpty() ? Optional.empty() : Optional.of(credentialsFor.dividedBy(2));
    }

    IceOffer lasting(Duration time) {
        return new IceOffer(stun, turn, secret, policy, time);
    }

    /** A secret is no business of any log. */
    @Override
    public String toString() {
        return "IceOffer" + stun + turn + policy;
    }

    private IceServer relay(String key, String participant, Instant now) {
        String username = now.plus(credentialsFor).getEpochSecond() + ":" + participant;
        return new IceServer(turn, username, password(key, username));
    }

    private static String password(String key, String username) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
