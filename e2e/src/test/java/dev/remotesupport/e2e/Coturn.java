package dev.remotesupport.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A real TURN server, with the configuration that we ship, which takes the credentials that are made with one secret. */
final class Coturn implements AutoCloseable {

    private static final Path STARTED_BY =
            Path.of(System.getProperty("remote-support.home", "."), "deploy/coturn/local");
    private static final Path LOG = Path.of("target/coturn.log");

    private final String address;
    private final int port;
    private final String secret;
    private Process process;

    private Coturn(String address, String secret) {
        this.address = address;
        this.port = freePort();
        this.secret = secret;
    }

    /** Not started yet. */
    static Coturn at(String address, String secret) {
        return new Coturn(address, secret);
    }

    /** Without a word to anybody who uses it. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** On the same port each time, with no memory of before. */
    void start() {
        process = run();
        await("coturn, see " + LOG).atMost(Duration.ofSeconds(60)).until(this::listens);
    }

    private Process run() {
        try {
            Files.createDirectories(LOG.getParent());
            return new ProcessBuilder(
                            STARTED_BY.toString(),
                            address,
                            Integer.toString(port),
                            secret,
                            LOG.getParent().toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(LOG.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "turn:" + address + ":" + port + "?transport=udp";
    }

    /** What is set in the console, or by REST. */
    Map<String, Object> asSettings(String policy, String sharedSecret) {
        return Map.of("stun", List.of(), "turn", List.of(url()), "policy", policy, "secret", sharedSecret);
    }

    /** A user name whose time is over, with the password that belongs to it. */
    Credentials expired() {
        var username = Instant.now().minusSeconds(60).getEpochSecond() + ":somebody";
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            var password = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
            return new Credentials(username, Base64.getEncoder().encodeToString(password));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    record Credentials(String username, String password) {}

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
