package dev.remotesupport.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A line to the suite that breaks as real ones do: nothing passes any more, and nobody is told. */
final class Line implements AutoCloseable {

    private final URI suite;
    private final ServerSocket door;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final Set<Socket> plain = ConcurrentHashMap.newKeySet();
    private final Lock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private boolean cut;
    private int lost;

    private Line(URI suite, ServerSocket door) {
        this.suite = suite;
        this.door = door;
    }

    static Line to(String suite) {
        try {
            var line = new Line(URI.create(suite), new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(line::open);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://localhost:" + door.getLocalPort();
    }

    /** What is sent from now on waits, and so do new connections. */
    void cut() {
        lock.lock();
        try {
            cut = true;
        } finally {
            lock.unlock();
        }
    }

    /** What has waited arrives. */
    void mend() {
        lock.lock();
        try {
            cut = false;
            mended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The sockets that are open carry nothing for ever, as after an hour's sleep; new ones do. A browser that wakes lets go
     * of its other connections by itself.
     */
    void forgetSockets() throws IOException {
        lock.lock();
        try {
            lost++;
        } finally {
            lock.unlock();
        }
        for (var end : plain) {
            end.close();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            mend();
            for (var end : ends) {
                end.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open() {
        try {
            while (true) {
                var from = door.accept();
                var to = new Socket(suite.getHost(), suite.getPort());
                ends.add(from);
                ends.add(to);
                plain.add(from);
                lock.lock();
                int born = lost;
                lock.unlock();
                Thread.ofVirtual().start(() -> pass(from, to, born));
                Thread.ofVirtual().start(() -> pass(to, from, born));
            }
        } catch (IOException closed) {
            // So ends the line.
        }
    }

    /** One direction of a connection, its end included. */
    private void pass(Socket from, Socket to, int born) {
        var buffer = new byte[16 * 1024];
        try {
            int length = from.getInputStream().read(buffer);
            if (length > 0
                    && new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains("Upgrade: websocket")) {
                plain.remove(from);
            }
            while (carries(born) && length >= 0) {
                to.getOutputStream().write(buffer, 0, length);
                length = from.getInputStream().read(buffer);
            }
        } catch (IOException broken) {
            // As an end does.
        }
        if (carries(born)) {
            end(from);
            end(to);
        }
    }

    /** Waits while the line is cut. */
    private boolean carries(int born) {
        lock.lock();
        try {
            while (cut && born == lost) {
                mended.awaitUninterruptibly();
            }
            return born == lost;
        } finally {
            lock.unlock();
        }
    }

    private void end(Socket socket) {
        try {
            ends.remove(socket);
            plain.remove(socket);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
