package dev.remotesupport.contracts.signal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.CallState;
import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Grant;
import dev.remotesupport.contracts.LeaveReason;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.OrAbsent;
import dev.remotesupport.contracts.OrNull;
import dev.remotesupport.contracts.RecordedEvents;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.SessionState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the server says on {@code /ws/signaling}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(SignalFromServer.Welcome.class),
    @JsonSubTypes.Type(SignalFromServer.TokenRenewed.class),
    @JsonSubTypes.Type(SignalFromServer.Pong.class),
    @JsonSubTypes.Type(SignalFromServer.Problem.class),
    @JsonSubTypes.Type(SignalFromServer.ParticipantJoined.class),
    @JsonSubTypes.Type(SignalFromServer.ParticipantChanged.class),
    @JsonSubTypes.Type(SignalFromServer.ParticipantLeft.class),
    @JsonSubTypes.Type(SignalFromServer.SessionChanged.class),
    @JsonSubTypes.Type(SignalFromServer.SessionIdle.class),
    @JsonSubTypes.Type(SignalFromServer.QueuePosition.class),
    @JsonSubTypes.Type(SignalFromServer.GrantRequested.class),
    @JsonSubTypes.Type(SignalFromServer.GrantChanged.class),
    @JsonSubTypes.Type(SignalFromServer.CobrowseWatched.class),
    @JsonSubTypes.Type(SignalFromServer.CobrowseRefresh.class),
    @JsonSubTypes.Type(SignalFromServer.CobrowseEvents.class),
    @JsonSubTypes.Type(SignalFromServer.CobrowseAsset.class),
    @JsonSubTypes.Type(SignalFromServer.CobrowsePaused.class),
    @JsonSubTypes.Type(SignalFromServer.PointerMove.class),
    @JsonSubTypes.Type(SignalFromServer.PointerDraw.class),
    @JsonSubTypes.Type(ControlOrder.class),
    @JsonSubTypes.Type(SignalFromServer.ControlHover.class),
    @JsonSubTypes.Type(SignalFromServer.ControlResult.class),
    @JsonSubTypes.Type(SignalFromServer.ControlHeld.class),
    @JsonSubTypes.Type(SignalFromServer.ControlAsked.class),
    @JsonSubTypes.Type(PeerDelivery.class),
    @JsonSubTypes.Type(SignalFromServer.PeerServers.class),
    @JsonSubTypes.Type(SignalFromServer.CallChanged.class),
    @JsonSubTypes.Type(SignalFromServer.RoomMoved.class)
})
public sealed interface SignalFromServer
        permits SignalFromServer.Welcome,
                SignalFromServer.TokenRenewed,
                SignalFromServer.Pong,
                SignalFromServer.Problem,
                SignalFromServer.ParticipantJoined,
                SignalFromServer.ParticipantChanged,
                SignalFromServer.ParticipantLeft,
                SignalFromServer.SessionChanged,
                SignalFromServer.SessionIdle,
                SignalFromServer.QueuePosition,
                SignalFromServer.GrantRequested,
                SignalFromServer.GrantChanged,
                SignalFromServer.CobrowseWatched,
                SignalFromServer.CobrowseRefresh,
                SignalFromServer.CobrowseEvents,
                SignalFromServer.CobrowseAsset,
                SignalFromServer.CobrowsePaused,
                SignalFromServer.PointerMove,
                SignalFromServer.PointerDraw,
                ControlOrder,
                SignalFromServer.ControlHover,
                SignalFromServer.ControlResult,
                SignalFromServer.ControlHeld,
                SignalFromServer.ControlAsked,
                PeerDelivery,
                SignalFromServer.PeerServers,
                SignalFromServer.CallChanged,
                SignalFromServer.RoomMoved {

    /**
     * The answer to a hello.
     *
     * @param epoch of the room; another one after a reconnect means that nothing of before counts
     * @param participant the id of this connection's participant
     */
    @JsonTypeName("welcome")
    record Welcome(
            int protocol,
            long epoch,
            UUID participant,
            Seat seat,
            SessionSummary session,
            List<Participant> participants,
            List<Grant> grants)
            implements SignalFromServer {
        public Welcome {
            Bounds.range(protocol, "protocol", 1, Integer.MAX_VALUE);
            Bounds.counter(epoch, "epoch", 0);
            Bounds.present(participant, "participant");
            Bounds.present(seat, "seat");
            Bounds.present(session, "session");
            participants = Bounds.list(participants, "participants", Limits.PARTICIPANTS);
            grants = Bounds.list(grants, "grants", Limits.GRANTS);
        }
    }

    /** The new token counts from now on. */
    @JsonTypeName("token.renewed")
    record TokenRenewed(Instant expiresAt) implements SignalFromServer {
        public TokenRenewed {
            Bounds.present(expiresAt, "expiresAt");
        }
    }

    @JsonTypeName("pong")
    record Pong() implements SignalFromServer {}

    /**
     * Something was refused; the connection goes on.
     *
     * @param code by which a program tells problems apart
     * @param id by which it is found in the log
     * @param about the type of the frame that it answers, or null
     */
    @JsonTypeName("problem")
    record Problem(
            String code,
            String title,
            String detail,
            String id,
            @OrAbsent String about) implements SignalFromServer {
        public Problem {
            Bounds.code(code, "code");
            Bounds.text(title, "title", Limits.TITLE);
            Bounds.textOrEmpty(detail, "detail", Limits.DETAIL);
            Bounds.text(id, "id", Limits.CODE);
            Bounds.optionalCode(about, "about");
        }
    }

    @JsonTypeName("participant.joined")
    record ParticipantJoined(Participant participant) implements SignalFromServer {
        public ParticipantJoined {
            Bounds.present(participant, "participant");
        }
    }

    @JsonTypeName("participant.changed")
    record ParticipantChanged(Participant participant) implements SignalFromServer {
        public ParticipantChanged {
            Bounds.present(participant, "participant");
        }
    }

    @JsonTypeName("participant.left")
    record ParticipantLeft(UUID participant, LeaveReason reason) implements SignalFromServer {
        public ParticipantLeft {
            Bounds.present(participant, "participant");
            Bounds.present(reason, "reason");
        }
    }

    /**
     * The session moved on in its life.
     *
     * @param reason why it ended, as a code, or null
     */
    @JsonTypeName("session.changed")
    record SessionChanged(SessionState state, @OrAbsent String reason) implements SignalFromServer {
        public SessionChanged {
            Bounds.present(state, "state");
            Bounds.optionalCode(reason, "reason");
        }
    }

    /** To both seats: the session ends then if nothing happens until then. */
    @JsonTypeName("session.idle")
    record SessionIdle(Instant endsAt) implements SignalFromServer {
        public SessionIdle {
            Bounds.present(endsAt, "endsAt");
        }
    }

    /**
     * To the waiting customer: where it stands. Told again whenever that changes.
     *
     * @param position from 1 on; 0 is next, a technician is being asked
     * @param expectedWaitSeconds a guess, or null where there is nothing to guess from
     * @param staffAvailable whether anybody is there to help at the moment
     */
    @JsonTypeName("queue.position")
    record QueuePosition(int position, @OrNull Integer expectedWaitSeconds, boolean staffAvailable)
            implements SignalFromServer {
        public QueuePosition {
            Bounds.range(position, "position", 0, Integer.MAX_VALUE);
            if (expectedWaitSeconds != null) {
                Bounds.range(expectedWaitSeconds, "expectedWaitSeconds", 0, Integer.MAX_VALUE);
            }
        }
    }

    /**
     * To the customer: a technician asks for a grant.
     *
     * @param expiresAt when no answer becomes a refusal
     */
    @JsonTypeName("grant.requested")
    record GrantRequested(
            UUID request,
            Capability capability,
            String staffName,
            @OrAbsent String reason,
            Instant expiresAt) implements SignalFromServer {
        public GrantRequested {
            Bounds.present(request, "request");
            Bounds.present(capability, "capability");
            Bounds.textOrEmpty(staffName, "staffName", Limits.NAME);
            Bounds.optionalText(reason, "reason", Limits.REASON);
            Bounds.present(expiresAt, "expiresAt");
        }
    }

    /**
     * All grants in force, and what just changed. To the customer who revoked, this is the acknowledgement: no input is
     * carried out after it.
     */
    @JsonTypeName("grant.changed")
    record GrantChanged(
            List<Grant> grants,
            @OrAbsent UUID request,
            @OrAbsent GrantOutcome outcome,
            @OrAbsent Capability capability) implements SignalFromServer {
        public GrantChanged {
            grants = Bounds.list(grants, "grants", Limits.GRANTS);
        }
    }

    /** To the customer: record while watchers are more than 0 and {@code view} is granted. */
    @JsonTypeName("cobrowse.watched")
    record CobrowseWatched(int watchers) implements SignalFromServer {
        public CobrowseWatched {
            Bounds.range(watchers, "watchers", 0, Limits.PARTICIPANTS);
        }
    }

    /**
     * To the customer: send a keyframe, or a part of the page anew.
     *
     * @param node the rrweb id of the part's root, or null for the whole page
     */
    @JsonTypeName("cobrowse.refresh")
    record CobrowseRefresh(@OrAbsent Integer node) implements SignalFromServer {
        public CobrowseRefresh {
            if (node != null) {
                Bounds.range(node, "node", 1, Integer.MAX_VALUE);
            }
        }
    }

    /** To the technician who watches: what the tab recorded. */
    @JsonTypeName("cobrowse.events")
    record CobrowseEvents(UUID participant, long sequence, boolean keyframe, RecordedEvents events)
            implements SignalFromServer {
        public CobrowseEvents {
            Bounds.present(participant, "participant");
            Bounds.counter(sequence, "sequence", 1);
            Bounds.present(events, "events");
        }
    }

    /** To the technician who watches: a picture or font that the recording names by its hash. */
    @JsonTypeName("cobrowse.asset")
    record CobrowseAsset(UUID participant, String hash, String mime, String data) implements SignalFromServer {
        public CobrowseAsset {
            Bounds.present(participant, "participant");
            Bounds.asset(hash, mime, data);
        }

        @Override
        public String toString() {
            return "CobrowseAsset[" + participant + ", " + hash + "]";
        }
    }

    /** To the technician who watches: the picture stands still. */
    @JsonTypeName("cobrowse.paused")
    record CobrowsePaused(UUID participant, PauseReason reason) implements SignalFromServer {
        public CobrowsePaused {
            Bounds.present(participant, "participant");
            Bounds.present(reason, "reason");
        }
    }

    /**
     * To both seats: where another's pointer is on a page.
     *
     * @param from whose pointer
     * @param participant whose page
     */
    @JsonTypeName("pointer.move")
    record PointerMove(UUID from, UUID participant, double x, double y) implements SignalFromServer {
        public PointerMove {
            Bounds.present(from, "from");
            Bounds.present(participant, "participant");
            Bounds.range(x, "x", -Limits.PIXELS, Limits.PIXELS);
            Bounds.range(y, "y", -Limits.PIXELS, Limits.PIXELS);
        }
    }

    /**
     * To the customer's tab and to those who watch it: a technician draws a line, which fades.
     *
     * @param begins whether this is a new line and not more of the last
     * @param points the next points, x and y in turn, in CSS pixels of the page's viewport
     */
    @JsonTypeName("pointer.draw")
    record PointerDraw(UUID from, UUID participant, boolean begins, List<Double> points) implements SignalFromServer {
        public PointerDraw {
            Bounds.present(from, "from");
            Bounds.present(participant, "participant");
            points = ControlBounds.stroke(points);
        }
    }

    /**
     * To the customer: highlight the element that a technician points at.
     *
     * @param node the element's rrweb id, or null for none
     */
    @JsonTypeName("control.hover")
    record ControlHover(UUID from, UUID participant, @OrNull Integer node) implements SignalFromServer {
        public ControlHover {
            Bounds.present(from, "from");
            Bounds.present(participant, "participant");
            if (node != null) {
                Bounds.range(node, "node", 1, Integer.MAX_VALUE);
            }
        }
    }

    /** To the technician who gave the command: what became of it in the tab. */
    @JsonTypeName("control.result")
    record ControlResult(
            UUID participant,
            UUID command,
            ControlOutcome outcome,
            @OrAbsent String reason) implements SignalFromServer {
        public ControlResult {
            Bounds.present(participant, "participant");
            Bounds.present(command, "command");
            Bounds.present(outcome, "outcome");
            Bounds.optionalCode(reason, "reason");
        }
    }

    /**
     * To both seats: which technician controls; the others watch.
     *
     * @param by the technician's participant, or null for nobody yet
     */
    @JsonTypeName("control.held")
    record ControlHeld(@OrNull UUID by) implements SignalFromServer {}

    /**
     * To the technician who controls: another one wants to.
     *
     * @param from the participant who asks
     * @param expiresAt when no answer becomes a Yes
     */
    @JsonTypeName("control.asked")
    record ControlAsked(UUID from, Instant expiresAt) implements SignalFromServer {
        public ControlAsked {
            Bounds.present(from, "from");
            Bounds.present(expiresAt, "expiresAt");
        }
    }

    /**
     * Right after the welcome, and again before credentials end: the servers by which peers find each other.
     *
     * @param policy null where any way will do
     */
    @JsonTypeName("peer.servers")
    record PeerServers(List<IceServer> servers, @OrAbsent IcePolicy policy) implements SignalFromServer {
        public PeerServers {
            servers = Bounds.list(servers, "servers", Limits.ICE_SERVERS);
        }
    }

    /**
     * To both seats: how the session's call stands. Right after the welcome too, while one waits, rings or is active.
     *
     * @param version one higher with each change of this call; what comes with a lower one is old
     * @param staffId who speaks, or at whom it rings or who rings; null while nobody is
     * @param ringsAt the side that may answer, or null
     * @param expiresAt when it rings no more, or null
     * @param answeredAt when it was first answered, or null
     * @param reason why it is over, as a code, or null
     */
    @JsonTypeName("call.changed")
    record CallChanged(
            UUID call,
            CallState state,
            long version,
            @OrNull UUID staffId,
            @OrNull Seat ringsAt,
            @OrNull Instant expiresAt,
            @OrNull Instant answeredAt,
            @OrAbsent String reason)
            implements SignalFromServer {
        public CallChanged {
            Bounds.present(call, "call");
            Bounds.present(state, "state");
            Bounds.counter(version, "version", 1);
            Bounds.optionalCode(reason, "reason");
        }
    }

    /** The room lives elsewhere now; the socket closes with {@code moved}. Reconnect at once. */
    @JsonTypeName("room.moved")
    record RoomMoved() implements SignalFromServer {}
}
