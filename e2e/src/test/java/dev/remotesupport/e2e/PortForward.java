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
                Thread.startVirtualThread(() -> connect(from));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    /** Where nobody listens behind it, whoever came is told by a connection that ends. */
    private void connect(Socket from) {
        try (from;
                var to = new Socket(InetAddress.getLoopbackAddress(), target)) {
            var back = Thread.startVirtualThread(() -> carry(to, from));
            carry(from, to);
            back.join();
        } catch (IOException e) {
            return; // nobody listens
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
