package dev.remotesupport.gateway.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What browsers are told about an answer, by its path. Headers that an answer sets itself stay. */
public final class PageHeaders {

    /** Names with a hash in them never change their content. */
    /** Where people call each other and show things, and nothing else. */
    private static final String CALLS =
            "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()";

    private static final Pattern HASHED = Pattern.compile("(/my)?/assets/.+-[A-Za-z0-9_-]{8}\\.[a-z0-9]+");

    private static final String YEAR = "31536000";

    private PageHeaders() {}

    /**
     * The headers of an answer, in the order in which they are sent.
     *
     * @param host as the browser calls us, for the sockets in the content security policy
     * @param secure whether the browser came by HTTPS
     */
    public static Map<String, String> of(String path, String host, boolean secure) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Content-Type-Options", "nosniff");
        // Not no-referrer: with it, browsers say "Origin: null" even to us.
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cache-Control", cacheControl(path));
        headers.put("Content-Security-Policy", contentSecurityPolicy(path, host));
        headers.put("Cross-Origin-Resource-Policy", path.startsWith("/sdk/") ? "cross-origin" : "same-origin");
        if (path.startsWith("/sdk/")) {
            headers.put("Access-Control-Allow-Origin", "*");
        }
        if (isConsole(path) || isMy(path)) {
            headers.put("X-Frame-Options", "DENY");
            // The mirror hears from the page that opened it.
            headers.put("Cross-Origin-Opener-Policy", path.equals(PageRoutes.MIRROR) ? "unsafe-none" : "same-origin");
            headers.put("Permissions-Policy", CALLS);
        }
        if (isConnect(path) || isCheck(path)) {
            headers.put("X-Frame-Options", "DENY");
            headers.put("Permissions-Policy", CALLS);
        }
        if (secure) {
            headers.put("Strict-Transport-Security", "max-age=" + YEAR);
        }
        return headers;
    }

    private static String cacheControl(String path) {
        if (HASHED.matcher(path).matches()) {
            return "public, max-age=" + YEAR + ", immutable";
        }
        // Checked each time by its ETag: a page, or a script with a name that must not change.
        return PageRoutes.isPage(path) ? "no-cache" : "no-store";
    }

    private static String contentSecurityPolicy(String path, String host) {
        if (path.startsWith("/api/docs")) {
            return "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        }
        if (!PageRoutes.isPage(path)) {
            return "default-src 'none'; frame-ancestors 'none'";
        }
        return isConsole(path) ? console(host) : page(path, host);
    }

    private static boolean isConsole(String path) {
        return PageRoutes.isPage(path)
                && !path.startsWith("/demo")
                && !path.startsWith("/sdk")
                && !isMy(path)
                && !isConnect(path)
                && !isCheck(path)
                && !path.startsWith("/help");
    }

    /** The customer's own page. */
    private static boolean isMy(String path) {
        return path.equals("/my") || path.startsWith("/my/");
    }

    /** Where a customer comes in with a code, and may show the camera. */
    private static boolean isConnect(String path) {
        return path.equals("/connect") || path.startsWith("/connect/");
    }

    /** Where microphone and camera are tested. */
    private static boolean isCheck(String path) {
        return path.equals("/check") || path.equals("/check/");
    }

    /**
     * The frame that replays a customer's page inherits this, so styles, images, fonts and media may come from anywhere; a
     * script may not, and nothing may be sent anywhere.
     */
    private static String console(String host) {
        return "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline' https: http: data:; "
                + "img-src 'self' https: http: data: blob:; font-src 'self' https: http: data:; "
                + "media-src 'self' https: http: data: blob:; connect-src 'self' " + sockets(host)
                + "; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
                + "frame-ancestors 'none'";
    }

    /** The demo shop has a page in a frame of its own. */
    private static String page(String path, String host) {
        return "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                + "font-src 'self' data:; connect-src 'self' " + sockets(host)
                + "; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors "
                + (path.startsWith("/demo") ? "'self'" : "'none'");
    }

    private static String sockets(String host) {
        return "ws://" + host + " wss://" + host;
    }
}
