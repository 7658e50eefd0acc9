package dev.remotesupport.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** A website of somebody else with our script tag in its pages, at origins of its own. */
final class Websites implements AutoCloseable {

    private static final Path WEB = Path.of(System.getProperty("remote-support.home", "."))
            .toAbsolutePath()
            .resolve("web");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private final HttpServer server;
    private final Path files;
    private final String suite;
    private final String siteKey;

    private Websites(HttpServer server, Path files, String suite, String siteKey) {
        this.server = server;
        this.files = files;
        this.suite = suite;
        this.siteKey = siteKey;
    }

    /**
     * The demo's gallery.
     *
     * @param admin who makes the site that the pages belong to
     */
    static Websites open(String suite, Rest admin) {
        return open(WEB.resolve("target/classes/META-INF/resources/demo/gallery"), suite, admin);
    }

    /** A site that is published as a package, as it lies in there. */
    static Websites ofPackage(String name, String suite, Rest admin) {
        return open(WEB.resolve("node_modules").resolve(name), suite, admin);
    }

    private static Websites open(Path files, String suite, Rest admin) {
        try {
            var server = HttpServer.create(new InetSocketAddress(0), 0);
            int port = server.getAddress().getPort();
            var site = admin.post(
                    "/api/sites",
                    Map.of(
                            "name",
                            "Website " + port,
                            "allowedOrigins",
                            List.of(
                                    "http://localhost:" + port,
                                    "http://127.0.0.1:" + port,
                                    "http://www." + Browsers.DOMAIN + ":" + port,
                                    "http://shop." + Browsers.DOMAIN + ":" + port),
                            "maskSelectors",
                            List.of(".iban")));
            var websites = new Websites(
                    server, files, suite, site.body().get("siteKey").asText());
            server.createContext("/", websites::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return websites;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String page) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + page;
    }

    /** The same pages at another domain: "www" and "shop" are of the site, all others are not. */
    String sibling(String name, String page) {
        return "http://" + name + "." + Browsers.DOMAIN + ":"
                + server.getAddress().getPort() + "/" + page;
    }

    /** The same pages at another origin. */
    String other() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var name = exchange.getRequestURI().getPath().substring(1);
            var file = files.resolve(name).normalize();
            if (!file.startsWith(files) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var type = name.substring(name.lastIndexOf('.') + 1);
            byte[] content = Files.readAllBytes(file);
            if (type.equals("html") && !name.equals("bare.html")) {
                content =
                        withScript(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            }
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(type, "application/octet-stream"));
            // As many frameworks answer: for pages of this site only.
            exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private String withScript(String page) {
        var tag = "<script async src=\"" + suite + "/sdk/v1.js\" data-site-key=\"" + siteKey + "\"></script>";
        return page.replace("</head>", tag + "</head>")
                .replace(" SDK;", " " + suite + ";")
                .replace(" API\"", " " + suite + " " + suite.replace("http", "ws") + "\"");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
