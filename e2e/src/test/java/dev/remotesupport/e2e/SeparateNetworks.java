package dev.remotesupport.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * Two network namespaces of Linux that have no way to each other. All that each reaches is {@link #RELAY} on this machine:
 * there is no other route in them, whether this machine forwards or not.
 */
final class SeparateNetworks implements AutoCloseable {

    /** This machine, as both networks see it. */
    static final String RELAY = "10.77.1.1";

    private static final Network TECHNICIANS = new Network("rs-technician", RELAY, "10.77.1.2");
    private static final Network CUSTOMERS = new Network("rs-customer", "10.77.2.1", "10.77.2.2");
    private static final List<Network> BOTH = List.of(TECHNICIANS, CUSTOMERS);

    /** Names and addresses are the machine's, so another run on it has to wait. */
    private static final Path LOCK = Path.of(System.getProperty("java.io.tmpdir"), "remote-support-networks.lock");

    private final FileChannel lock;

    private SeparateNetworks(FileChannel lock) {
        this.lock = lock;
    }

    /**
     * Makes them anew, also where a run before was killed and has left its own.
     *
     * @throws TestAbortedException if this user may not, which skips the test
     */
    static SeparateNetworks open() {
        var made = new SeparateNetworks(locked());
        try {
            made.remove();
            BOTH.forEach(SeparateNetworks::make);
            return made;
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
    }

    Network technicians() {
        return TECHNICIANS;
    }

    Network customers() {
        return CUSTOMERS;
    }

    @Override
    public void close() {
        try (lock) {
            remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param here the address of this machine in it, and {@code there} the only other one */
    record Network(String name, String here, String there) {

        /** A script that starts a program inside, for whoever can start a program by its path alone. */
        Path startInside(Path program) {
            try {
                var script = Files.writeString(
                        Path.of("target", program.getFileName() + "-in-" + name).toAbsolutePath(),
                        "#!/bin/sh\nexec ip netns exec %s %s \"$@\"\n".formatted(name, program));
                if (!script.toFile().setExecutable(true)) {
                    throw new IllegalStateException(script + " cannot be made executable");
                }
                return script;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void make(Network network) {
        var refused = ip("netns", "add", network.name());
        if (!refused.isEmpty()) {
            throw new TestAbortedException(
                    "Skipped: network namespaces need Linux, root and iproute2, and here `ip netns add` says: "
                            + refused);
        }
        must("link", "add", network.name(), "type", "veth", "peer", "name", "eth0", "netns", network.name());
        must("addr", "add", network.here() + "/30", "dev", network.name());
        must("link", "set", network.name(), "up");
        must("-n", network.name(), "addr", "add", network.there() + "/30", "dev", "eth0");
        must("-n", network.name(), "link", "set", "eth0", "up");
        must("-n", network.name(), "link", "set", "lo", "up");
        if (!network.here().equals(RELAY)) {
            must("-n", network.name(), "route", "add", RELAY, "via", network.here());
        }
    }

    private void remove() {
        for (var network : BOTH) {
            // With what still runs inside, a namespace would live on without its name.
            ip("netns", "pids", network.name())
                    .lines()
                    .filter(line -> line.matches("\\d+"))
                    .forEach(pid -> ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly));
            var unused = ip("link", "del", network.name());
            unused = ip("netns", "del", network.name());
        }
    }

    private static void must(String... arguments) {
        var said = ip(arguments);
        if (!said.isEmpty()) {
            throw new IllegalStateException("ip " + String.join(" ", arguments) + ": " + said);
        }
    }

    /** What it says: nothing, where it makes something and all is well. */
    private static String ip(String... arguments) {
        var command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static FileChannel locked() {
        try {
            var channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var unused = channel.lock();
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
