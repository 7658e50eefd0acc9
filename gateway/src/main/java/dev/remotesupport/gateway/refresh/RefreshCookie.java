package dev.remotesupport.gateway.refresh;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;

/** The cookie that carries the refresh token: for our own scripts invisible, for other sites not sent. */
public final class RefreshCookie {

    public static final String NAME = "rs_refresh";
    private static final String PATH = "/api/auth";

    private RefreshCookie() {}

    public static NewCookie of(String token, Duration life, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(token)
                .path(PATH)
                .maxAge((int) life.toSeconds())
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.STRICT)
                .build();
    }

    public static NewCookie gone(boolean secure) {
        return of("", Duration.ZERO, secure);
    }
}
