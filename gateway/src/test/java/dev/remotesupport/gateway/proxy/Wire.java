package dev.remotesupport.gateway.proxy;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Requests that are sent exactly as they are written: REST Assured tidies paths and headers up first. */
final class Wire {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Wire() {}

    static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token);
    }

    static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** The status line that comes although the other half of the body never does. */
    static String statusAfterHalfABody(String path, String token) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            var head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + RestAssured.port
                    + "\r\nAuthorization: Bearer " + token + "\r\nContent-Length: 100\r\n\r\n";
            socket.getOutputStream().write((head + "x".repeat(50)).getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
