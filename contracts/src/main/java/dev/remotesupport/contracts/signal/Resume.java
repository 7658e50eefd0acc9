package dev.remotesupport.contracts.signal;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;
import java.util.List;
import java.util.UUID;

/**
 * Where a client was before its connection broke.
 *
 * @param epoch of the room it knew; in another epoch everything starts afresh
 * @param streams the tabs whose events it followed
 */
public record Resume(long epoch, List<Stream> streams) {

    public Resume {
        Bounds.counter(epoch, "epoch", 0);
        streams = Bounds.list(streams, "streams", Limits.STREAMS);
    }

    /**
     * One tab's events.
     *
     * @param sequence of the last events that arrived
     */
    public record Stream(UUID participant, long sequence) {

        public Stream {
            Bounds.present(participant, "participant");
            Bounds.counter(sequence, "sequence", 0);
        }
    }
}
