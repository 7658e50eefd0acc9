package dev.remotesupport.gateway.refresh;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** One refresh token. All that follow from one log-in are a family, and fall together. */
@Entity
@Table(name = "refresh_token")
class RefreshToken extends PanacheEntityBase {

    /** What presenting a token means. */
    enum Standing {
        /** It may be exchanged for the next one. */
        GOOD,
        /** It was exchanged a moment ago: two tabs have raced. */
        RACED,
        /** It was exchanged long ago: somebody has a copy. */
        STOLEN,
        /** Its family was ended. */
        OVER,
        /** Nobody has done anything for too long. */
        IDLE,
        /** The log-in was too long ago. */
        OUTLIVED
    }

    @Id
    @Column(name = "token_hash")
    byte[] tokenHash;

    UUID family;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "used_at")
    Instant usedAt;

    boolean revoked;

    /** When the log-in was. */
    @Column(name = "began_at")
    Instant beganAt;

    /** When the person had last done something, as it was known when this token was issued. */
    @Column(name = "active_at")
    Instant activeAt;

    /** The first of a family. */
    static RefreshToken first(byte[] hash, UUID account, Instant now, SignInLife life) {
        return create(hash, UUID.randomUUID(), account, now, life.ends(now, now), now, now);
    }

    /** @param active when the person last did something */
    RefreshToken next(byte[] hash, Instant now, Instant active, SignInLife life) {
        return create(hash, family, accountId, now, life.ends(beganAt, active), beganAt, active);
    }

    private static RefreshToken create(
            byte[] hash, UUID family, UUID account, Instant now, SignInLife.Ends ends, Instant began, Instant active) {
        var token = new RefreshToken();
        token.tokenHash = hash;
        token.family = family;
        token.accountId = account;
        token.issuedAt = now;
        token.expiresAt = ends.sessionEndsAt();
        token.beganAt = began;
        token.activeAt = active;
        return token;
    }

    /** @param ends as is known now; time that has run out is the reason to tell, whatever else is wrong */
    Standing standing(Instant now, Duration grace, SignInLife.Ends ends) {
        if (!now.isBefore(ends.sessionEndsAt())) {
            return Standing.OUTLIVED;
        }
        if (!now.isBefore(ends.idleEndsAt())) {
            return Standing.IDLE;
        }
        if (revoked) {
            return Standing.OVER;
        }
        if (usedAt == null) {
            return Standing.GOOD;
        }
        return now.isBefore(usedAt.plus(grace)) ? Standing.RACED : Standing.STOLEN;
    }
}
