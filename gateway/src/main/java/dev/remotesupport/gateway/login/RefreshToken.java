package dev.remotesupport.gateway.login;

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
        /** Its family was ended, or its time is over. */
        OVER
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

    static RefreshToken create(byte[] hash, UUID family, UUID account, Instant now, Duration life) {
        var token = new RefreshToken();
        token.tokenHash = hash;
        token.family = family;
        token.accountId = account;
        token.issuedAt = now;
        token.expiresAt = now.plus(life);
        return token;
    }

    Standing standing(Instant now, Duration grace) {
        if (revoked || !now.isBefore(expiresAt)) {
            return Standing.OVER;
        }
        if (usedAt == null) {
            return Standing.GOOD;
        }
        return now.isBefore(usedAt.plus(grace)) ? Standing.RACED : Standing.STOLEN;
    }
}
