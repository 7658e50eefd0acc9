package dev.remotesupport.signaling.ice;

import dev.remotesupport.contracts.signal.IcePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The servers that an organisation has set for itself.
 *
 * @param secret what credentials for the TURN servers are made with; empty where it cannot be read
 * @param changedAt when they were stored, or empty where they are not
 */
record IceSettings(
        List<String> stun, List<String> turn, IcePolicy policy, Optional<String> secret, Optional<Instant> changedAt) {

    /**
     * What somebody wants instead of what is stored.
     *
     * @throws dev.remotesupport.platform.problem.ProblemException 400 {@code servers-not-allowed} that says why
     */
    static IceSettings changed(IceChange wanted, Optional<IceSettings> stored) {
        if (wanted.policy() == IcePolicy.RELAY && wanted.turn().isEmpty()) {
            throw IceProblem.SERVERS_NOT_ALLOWED.because("Relays alone need at least one TURN server.");
        }
        var secret = wanted.turn().isEmpty()
                ? Optional.<String>empty()
                : Optional.ofNullable(wanted.secret()).or(() -> stored.flatMap(IceSettings::secret));
        if (!wanted.turn().isEmpty() && secret.isEmpty()) {
            throw IceProblem.SERVERS_NOT_ALLOWED.because("TURN servers need the secret that they share with us.");
        }
        return new IceSettings(wanted.stun(), wanted.turn(), wanted.policy(), secret, Optional.empty());
    }

    /** A secret is no business of any log. */
    @Override
    public String toString() {
        return "IceSettings" + stun + turn + policy;
    }
}
