package dev.remotesupport.signaling.relay;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * What leaves through one connection, bounded. The socket takes whatever it is given and buffers it, so this class counts
 * what the network has not yet accepted, and lets the rest wait here under each message's {@link DropPolicy}.
 */
public final class Outlet {

    /** Bytes given to the socket and not yet accepted by the network. */
    static final int WINDOW = 256 * 1024;

    private final Function<String, Uni<Void>> socket;
    private final Listener listener;
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private final Set<String> emptied = new HashSet<>();
    private long inFlight;
    private boolean closed;

    /** Hears what the outlet had to do. Called under the outlet's lock: be short, and do not call back. */
    public interface Listener {

        void dropped(RelayRule rule);

        /** The lane lost messages and the connection is ready again: begin it anew. */
        void restart(String lane);

        /** The connection cannot keep up with what must not be lost. */
        void overflow(RelayRule rule);
    }

    public Outlet(Function<String, Uni<Void>> socket, Listener listener) {
        this.socket = socket;
        this.listener = listener;
    }

    public synchronized void send(Frame frame) {
        if (closed) {
            return;
        }
        if (frame.start()) {
            emptied.remove(frame.lane());
        } else if (emptied.contains(frame.lane())) {
            listener.dropped(frame.rule());
            return;
        }
        if (waiting.isEmpty() && hasRoomFor(frame)) {
            write(frame);
        } else {
            enqueue(frame);
        }
    }

    public synchronized void close() {
        closed = true;
        waiting.clear();
        emptied.clear();
    }

    private void enqueue(Frame frame) {
        switch (frame.rule().dropPolicy()) {
            case KEEP_NEWEST -> drop(frame);
            case KEEP_NEWEST_OR_CLOSE -> {
                drop(frame);
                if (overflows(frame)) {
                    return;
                }
            }
            case RESTART -> {
                if (frame.start()) {
                    drop(frame);
                } else if (waitingBytes(frame) + frame.size() > frame.rule().bound()) {
                    drop(frame);
                    listener.dropped(frame.rule());
                    emptied.add(frame.lane());
                    return;
                }
            }
            case CLOSE -> {
                if (overflows(frame)) {
                    return;
                }
            }
        }
        waiting.add(frame);
    }

    private boolean overflows(Frame frame) {
        if (waitingBytes(frame) + frame.size() <= frame.rule().bound()) {
            return false;
        }
        close();
        listener.overflow(frame.rule());
        return true;
    }

    private void drop(Frame successor) {
        waiting.removeIf(frame -> {
            boolean superseded = sameLane(frame, successor);
            if (superseded) {
                listener.dropped(frame.rule());
            }
            return superseded;
        });
    }

    private long waitingBytes(Frame of) {
        return waiting.stream()
                .filter(frame -> switch (of.rule().dropPolicy()) {
                    case CLOSE -> frame.rule().dropPolicy() == DropPolicy.CLOSE;
                    case KEEP_NEWEST_OR_CLOSE -> frame.rule() == of.rule();
                    case KEEP_NEWEST, RESTART -> sameLane(frame, of);
                })
                .mapToLong(Frame::size)
                .sum();
    }

    private static boolean sameLane(Frame one, Frame other) {
        return one.rule() == other.rule() && one.lane().equals(other.lane());
    }

    /** One message may always be under way, however large. */
    private boolean hasRoomFor(Frame frame) {
        return inFlight == 0 || inFlight + frame.size() <= WINDOW;
    }

    private void write(Frame frame) {
        inFlight += frame.size();
        socket.apply(frame.text()).subscribe().with(done -> accepted(frame), failure -> close());
    }

    private synchronized void accepted(Frame frame) {
        inFlight -= frame.size();
        while (!waiting.isEmpty() && hasRoomFor(waiting.peek())) {
            write(waiting.poll());
        }
        if (waiting.isEmpty() && !emptied.isEmpty()) {
            Set.copyOf(emptied).forEach(listener::restart);
        }
    }
}
