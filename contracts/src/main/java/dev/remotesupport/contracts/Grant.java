package dev.remotesupport.contracts;

import java.time.Instant;

/**
 * A customer's consent to one capability.
 *
 * @param revokedAt when it was taken back, or null
 */
public record Grant(
        Capability capability,
        Instant givenAt,
        Instant expiresAt,
        @OrNull Instant revokedAt) {

    public Grant {
        Bounds.present(capability, "capability");
        Bounds.present(givenAt, "givenAt");
        Bounds.present(expiresAt, "expiresAt");
    }

    /** Whether it allows its capability at this moment. */
    public boolean inForce(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
