package dev.remotesupport.gateway.door;

import static dev.remotesupport.gateway.GatewayProblem.CSRF;
import static dev.remotesupport.gateway.GatewayProblem.ORIGIN_REFUSED;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** From where which request may come. */
final class OriginRules {

    private static final Set<String> COOKIE_CALLS =
            Set.of("/api/auth/refresh", "/api/auth/logout", "/api/my/entries", "/api/my/refresh", "/api/my/leave");
    private static final String ID = "[^/]+";

    /** What the script on a site's page calls; everything else is for our own pages and for other systems. */
    private static final List<Pattern> VISITOR_CALLS = List.of(
            Pattern.compile("POST /api/visitors"),
            Pattern.compile("POST /api/my/codes"),
            Pattern.compile("GET /api/visitors/site/" + ID),
            Pattern.compile("POST /api/support/chat/(start|message)"),
            Pattern.compile("GET /api/support/chat/" + ID + "/messages"),
            Pattern.compile("POST /api/support/chat/" + ID + "/(close|attachments|transcript)"),
            Pattern.compile("GET /api/support/chat/" + ID + "/attachments/" + ID + "(/preview)?"),
            Pattern.compile("GET /api/desk/open"),
            Pattern.compile("GET /api/cases(/" + ID + ")?"),
            Pattern.compile("GET /api/sessions(/" + ID + "(/grants)?)?"),
            Pattern.compile("POST /api/sessions/" + ID + "/(participants|end|rating)"),
            Pattern.compile("GET /ws/(chat|signaling|visitor)"));

    private OriginRules() {}

    /** Whether pages of other origins may make this call at all. */
    static boolean isVisitorCall(String method, String path) {
        var call = method + " " + path;
        return VISITOR_CALLS.stream().anyMatch(pattern -> pattern.matcher(call).matches());
    }

    /** Refuses what cannot be right, whoever calls. */
    static Optional<ProblemException> refusal(DoorRequest request) {
        if (COOKIE_CALLS.contains(request.path()) && !request.isPreflight()) {
            return request.comesFromUs() && request.csrf().filter("1"::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of(CSRF.because("Send Origin and the header X-CSRF: 1."));
        }
        if (request.origin().isEmpty()) {
            return request.socket() ? Optional.of(refused()) : Optional.empty();
        }
        return request.comesFromUs() || isVisitorCall(request.method(), request.path())
                ? Optional.empty()
                : Optional.of(refused());
    }

    /** Whether this caller's origin is decided by a site's list; a guest with a code is of no site, and on our page only. */
    static boolean belongsToSite(Caller caller) {
        return (caller.kind() == CallerKind.VISITOR || caller.kind() == CallerKind.CUSTOMER)
                && caller.site().isPresent();
    }

    /** Whether it is the socket on which pages tell that somebody is there. */
    static boolean announces(String path) {
        return path.equals("/ws/visitor");
    }

    static ProblemException notLive() {
        return ORIGIN_REFUSED.because("The site does not show its visitors live.");
    }

    static ProblemException refused() {
        return ORIGIN_REFUSED.because("The origin of the calling page is not on the list.");
    }
}
