package dev.remotesupport.gateway.page;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which file is behind a path. */
final class PageRoutes {

    static final String SWAGGER_UI = "/api/docs/swagger-ui/";

    /** Pages that the console draws itself, so that a link or a reload of any of them works. */
    private static final Pattern CONSOLE = Pattern.compile(
            "/(login|setup|queue|chats|visitors|sessions|cases|team|statistics|devices|settings|sites|staff|keys|organisations"
                    + "|account)(/[A-Za-z0-9_-]+)*/?");

    /** What the customer's own page draws. */
    private static final Pattern MY = Pattern.compile("/my(/[A-Za-z0-9-]+)*/?");

    /** With or without the code of an invitation. */
    private static final Pattern CONNECT = Pattern.compile("/connect(/[A-Za-z0-9-]{1,32})?/?");

    /** Where people test microphone, camera and network before a call. */
    private static final Pattern CHECK = Pattern.compile("/check/?");

    /** Where customers see what technicians see of their page. */
    static final String MIRROR = "/mirror";

    /** What a file may be called; anything else is no file of ours. */
    private static final Pattern FILE = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?");

    private PageRoutes() {}

    /** Whether the gateway itself answers: the API, the sockets and the keys are not pages. */
    static boolean isPage(String path) {
        return path.startsWith("/api/docs")
                || !(path.startsWith("/api/") || path.startsWith("/ws/") || path.startsWith("/.well-known/"));
    }

    /** A folder named without its slash, whose page has relative links. */
    static boolean needsSlash(String path) {
        return path.equals("/demo");
    }

    /** The file's path among the resources; empty when nothing can be there. */
    static Optional<String> file(String path, String swaggerUi) {
        if (!FILE.matcher(path).matches()) {
            return Optional.empty();
        }
        if (CONSOLE.matcher(path).matches()) {
            return Optional.of("/index.html");
        }
        if (MY.matcher(path).matches()) {
            return Optional.of("/my/index.html");
        }
        if (CONNECT.matcher(path).matches()) {
            return Optional.of("/connect/index.html");
        }
        if (CHECK.matcher(path).matches()) {
            return Optional.of("/check/index.html");
        }
        if (path.equals(MIRROR)) {
            return Optional.of("/mirror.html");
        }
        if (path.startsWith(SWAGGER_UI)) {
            return Optional.of(swaggerUi + path.substring(SWAGGER_UI.length()));
        }
        if (path.equals("/help") || path.equals("/api/docs")) {
            return Optional.of(path + "/index.html");
        }
        return Optional.of(path.endsWith("/") ? path + "index.html" : path);
    }
}
