package dev.remotesupport.bench;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A real coturn on this machine, which all calls of the suite go through while it is open: no way past it counts. */
final class Relay implements AutoCloseable {

    private static final String SETTINGS = "/api/ice-servers";
    private static final Path FILES = Path.of("bench/target/coturn").toAbsolutePath();

    private final SuiteClient suite;
    private final String superAdmin;
    private final Process server;

    private Relay(SuiteClient suite, String superAdmin, Process server) {
        this.suite = suite;
        this.superAdmin = superAdmin;
        this.server = server;
    }

    static Relay open(SuiteClient suite) throws IOException, InterruptedException {
        var superAdmin = suite.token(suite.login("super_admin"));
        var secret = UUID.randomUUID().toString();
        int port = freePort();
        var address = address();
        var log = Files.createDirectories(FILES).resolve("log").toFile();
        var server = new ProcessBuilder(
                        "deploy/coturn/local", address, Integer.toString(port), secret, FILES.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        var relay = new Relay(suite, superAdmin, server);
        relay.untilItListens(address, port);
        var url = "turn:" + address + ":" + port + "?transport=udp";
        suite.put(
                SETTINGS,
                superAdmin,
                Map.of("stun", List.of(), "turn", List.of(url), "policy", "relay", "secret", secret));
        return relay;
    }

    @Override
    public void close() {
        suite.delete(SETTINGS, superAdmin);
        server.destroy();
    }

    private void untilItListens(String address, int port) throws InterruptedException {
        while (server.isAlive()) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), 1_000);
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("coturn has ended, see " + FILES);
    }

    /** This machine's own, as browsers call from there; a relay on the loopback alone does not always hear them. */
    private static String address() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(one -> one instanceof Inet4Address && !one.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElse("127.0.0.1");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
