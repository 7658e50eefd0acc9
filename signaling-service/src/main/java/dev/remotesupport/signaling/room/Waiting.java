package dev.remotesupport.signaling.room;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.signal.SignalFromServer.QueuePosition;
import dev.remotesupport.signaling.lease.Lease;
import dev.remotesupport.signaling.participant.Member;
import dev.remotesupport.signaling.participant.Members;
import dev.remotesupport.signaling.queue.QueueNews;
import dev.remotesupport.signaling.queue.Waiter;
import dev.remotesupport.signaling.socket.Client;
import java.util.List;
import java.util.concurrent.Executor;

/** The customer of one room while it waits: its tabs are told where it stands. Touched only by the room's loop. */
final class Waiting {

    /** While a technician is asked there is nobody before this customer. */
    private static final QueuePosition NEXT = new QueuePosition(0, 0, true);

    private final Lease lease;
    private final Members members;
    private final Executor loop;
    private final QueueNews queue;
    private Waiter waiter;
    private List<Client> tabs = List.of();
    private QueuePosition told;

    Waiting(Lease lease, Members members, Executor loop, QueueNews queue) {
        this.lease = lease;
        this.members = members;
        this.loop = loop;
        this.queue = queue;
    }

    /** The session moved on, or a tab came or went. */
    void update(Standing standing) {
        if (standing.known() && standing.state() == SessionState.OFFERED) {
            stop();
            tell(NEXT);
            return;
        }
        List<Client> open = members.present(Seat.CUSTOMER)
                .flatMap(member -> member.client().stream())
                .toList();
        if (!standing.known() || !waits(standing.state()) || open.isEmpty()) {
            stop();
            told = null;
        } else if (waiter == null) {
            start(open);
        } else if (!open.equals(tabs)) {
            tabs = open;
            waiter.tabs(open);
            queue.waits(waiter);
        }
    }

    /** What the others know a tab that just came knows at once. */
    void joined(Member customer) {
        if (told != null) {
            customer.send(told);
        }
    }

    void stop() {
        if (waiter != null) {
            queue.waitsNoLonger(waiter);
            waiter = null;
        }
    }

    private void start(List<Client> open) {
        tabs = open;
        var begun = new Waiter[1];
        begun[0] = new Waiter(
                lease.organisation(),
                lease.session(),
                open,
                position -> loop.execute(() -> {
                    // What was seen before the session moved on is old news.
                    if (waiter == begun[0]) {
                        tell(position);
                    }
                }));
        waiter = begun[0];
        queue.waits(waiter);
    }

    private void tell(QueuePosition position) {
        if (!position.equals(told)) {
            told = position;
            members.present(Seat.CUSTOMER).forEach(customer -> customer.send(position));
        }
    }

    private static boolean waits(SessionState state) {
        return state == SessionState.REQUESTED || state == SessionState.QUEUED;
    }
}
