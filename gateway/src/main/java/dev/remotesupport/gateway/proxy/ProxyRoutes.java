package dev.remotesupport.gateway.proxy;

import dev.remotesupport.gateway.upstream.Service;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which service answers which path. What is not listed is not passed on. */
public final class ProxyRoutes {

    /** A path that is passed on; the first that matches counts. */
    private record Route(Pattern path, Service service) {}

    private static final String ID = "[0-9a-fA-F-]{36}";

    /** The gateway's own answer below a prefix of session-service. */
    private static final Pattern OWN = Pattern.compile("/api/sessions/[^/]+/participants/?");

    private static final List<Route> REQUESTS = List.of(
            route("/api/support/chat/(message|search|unread)", Service.CHAT),
            route("/api/support/chat/" + ID + "/(messages|attachments|preview|transcript)(/.*)?", Service.CHAT),
            route("/api/support/(canned-answers|masking|mail)(/.*)?", Service.CHAT),
            route("/api/support/chat/start", Service.SESSION),
            route("/api/support/chat/" + ID + "/(assign|close)", Service.SESSION),
            route("/api/support/call(/.*)?", Service.SESSION),
            route("/api/(sessions|desk|cases|tags)(/.*)?", Service.SESSION),
            route("/api/invitations(/.*)?", Service.SESSION),
            route("/api/visitors/(live|access/" + ID + "|" + ID + "/access)", Service.SIGNALING),
            route("/api/ice-servers(/(trial|check))?", Service.SIGNALING),
            route("/api/devices(/.*)?", Service.DEVICE),
            route("/api/admin/support/stats(/.*)?", Service.STATS),
            route("/api/(stats|audit)(/.*)?", Service.STATS));

    /** Bodies too large to be kept here; they are counted while they pass. */
    private static final Pattern UPLOAD = Pattern.compile("/api/support/chat/" + ID + "/attachments/?");

    private static final List<Route> SOCKETS = List.of(
            route("/ws/chat", Service.CHAT),
            route("/ws/signaling", Service.SIGNALING),
            route("/ws/visitor", Service.SIGNALING),
            route("/ws/console", Service.SIGNALING));

    private ProxyRoutes() {}

    /** The service behind a request's path, without dots and double slashes in it. */
    public static Optional<Service> ofRequest(String path) {
        return OWN.matcher(path).matches() ? Optional.empty() : find(REQUESTS, path);
    }

    static boolean isUpload(HttpMethod method, String path) {
        return method.equals(HttpMethod.POST) && UPLOAD.matcher(path).matches();
    }

    public static Optional<Service> ofSocket(String path) {
        return find(SOCKETS, path);
    }

    private static Optional<Service> find(List<Route> routes, String path) {
        return isPlain(path)
                ? routes.stream()
                        .filter(route -> route.path().matcher(path).matches())
                        .map(Route::service)
                        .findFirst()
                : Optional.empty();
    }

    /** A path that a service might read differently from us does not pass. */
    private static boolean isPlain(String path) {
        return !path.contains("..")
                && !path.contains("//")
                && !path.contains("%")
                && !path.contains(";")
                && !path.contains("\\");
    }

    private static Route route(String pattern, Service service) {
        return new Route(Pattern.compile(pattern), service);
    }
}
