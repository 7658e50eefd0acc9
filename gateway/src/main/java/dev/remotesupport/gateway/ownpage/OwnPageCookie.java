package dev.remotesupport.gateway.ownpage;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;

/** The cookie by which the page is known again: for scripts invisible, for other sites not sent. */
final class OwnPageCookie {

    static final String NAME = "rs_my";

    private static final String PATH = "/api/my";

    private OwnPageCookie() {}

    static NewCookie of(String key, Duration life, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(key)
                .path(PATH)
                .maxAge((int) life.toSeconds())
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.STRICT)
                .build();
    }

    static NewCookie gone(boolean secure) {
        return of("", Duration.ZERO, secure);
    }
}
