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

/** A real TURN server on this machine alone, which takes the credentials that are made with one secret. */
final class Coturn implements AutoCloseable {

    private static final Path LOG = Path.of("target/coturn.log");

    private Process process;
    private final int port;
    private final String secret;

    private Coturn(Process process, int port, String secret) {
        this.process = process;
        this.port = port;
        this.secret = secret;
    }

    static Coturn start(String secret) {
        int port = freePort();
        var started = new Coturn(run(port, secret), port, secret);
        started.awaitIt();
        return started;
    }

    /** Without a word to anybody who uses it. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** On the same port, with no memory of before. */
    void startAgain() {
        process = run(port, secret);
        awaitIt();
    }

    private void awaitIt() {
        await("coturn, see " + LOG).atMost(Duration.ofSeconds(60)).until(this::listens);
    }

    private static Process run(int port, String secret) {
        try {
            Files.createDirectories(LOG.getParent());
            return new ProcessBuilder(
                            "turnserver",
                            "-n",
                            "--listening-ip=127.0.0.1",
                            "--relay-ip=127.0.0.1",
                            "--allow-loopback-peers",
                            "--listening-port=" + port,
                            "--use-auth-secret",
                            "--static-auth-secret=" + secret,
                            "--realm=relay.test",
                            "--no-tls",
                            "--no-dtls",
                            "--no-cli",
                            "--log-file=stdout",
                            "--pidfile=" + LOG.resolveSibling("coturn.pid").toAbsolutePath())
                    .redirectErrorStream(true)
                    .redirectOutput(LOG.toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("coturn is missing: install your system's package coturn.", e);
        }
    }

    String url() {
        return "turn:127.0.0.1:" + port + "?transport=udp";
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
        process.destroy();
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
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
