package dev.remotesupport.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Carries connections from a free port of one of this machine's addresses to a port of its loopback. */
final class PortForward implements AutoCloseable {

    private final ServerSocket entrance;
    private final int target;

    private PortForward(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    static PortForward open(String address, int target) {
        try {
            var forward = new PortForward(new ServerSocket(0, 50, InetAddress.getByName(address)), target);
            Thread.startVirtualThread(forward::accept);
            return forward;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code host:port}. */
    String address() {
        return entrance.getInetAddress().getHostAddress() + ":" + entrance.getLocalPort();
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var from = entrance.accept();
                var to = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.startVirtualThread(() -> carry(from, to));
                Thread.startVirtualThread(() -> carry(to, from));
            } catch (IOException e) {
                // Closed, or nobody listens behind it just now: whoever came is told by a connection that ends.
                continue;
            }
        }
    }

    /** Until one of both ends it, and then for neither. */
    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            var unused = from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The other direction has ended it.
            return;
        }
    }
}
