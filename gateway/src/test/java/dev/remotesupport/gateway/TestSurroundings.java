package dev.remotesupport.gateway;

import static java.util.Map.entry;

import dev.remotesupport.embedded.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/** The services behind the gateway, as small real servers that tell what reached them; stats-service is away. */
public final class TestSurroundings implements QuarkusTestResourceLifecycleManager {

    public static final String SETUP_TOKEN = "the-set-up-token-of-this-test";

    private List<TestUpstream> upstreams = List.of();

    @Override
    public Map<String, String> start() {
        var session = TestUpstream.start();
        var chat = TestUpstream.start();
        var device = TestUpstream.start();
        var signaling = List.of(TestUpstream.start(), TestUpstream.start());
        upstreams = List.of(session, chat, device, signaling.get(0), signaling.get(1));
        return Map.ofEntries(
                entry("remote-support.setup-token", SETUP_TOKEN),
                entry("remote-support.encryption-key", "a key of this test, long enough"),
                entry("remote-support.limits.logins-per-minute", "1000"),
                entry("remote-support.limits.request-timeout", "1s"),
                entry("remote-support.passwords.memory", "1024"),
                // The outbox keeps one connection for itself. The other serves all organisations in turn, so that each
                // transaction meets what the one before left behind.
                entry("quarkus.datasource.reactive.max-size", "2"),
                entry("remote-support.upstreams.session", session.url()),
                entry("remote-support.upstreams.chat", chat.url()),
                entry("remote-support.upstreams.device", nobody() + "," + device.url()),
                entry(
                        "remote-support.upstreams.signaling",
                        signaling.get(0).url() + "," + signaling.get(1).url()),
                entry("remote-support.upstreams.stats", nobody()));
    }

    @Override
    public void stop() {
        upstreams.forEach(TestUpstream::close);
    }

    /** An address where nobody listens. */
    private static String nobody() {
        return "http://localhost:" + Ports.free();
    }
}
