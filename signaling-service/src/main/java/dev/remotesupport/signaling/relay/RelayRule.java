package dev.remotesupport.signaling.relay;

import static dev.remotesupport.contracts.Seat.CUSTOMER;
import static dev.remotesupport.contracts.Seat.TECHNICIAN;
import static dev.remotesupport.signaling.relay.DropPolicy.CLOSE;
import static dev.remotesupport.signaling.relay.DropPolicy.KEEP_NEWEST;
import static dev.remotesupport.signaling.relay.DropPolicy.KEEP_NEWEST_OR_CLOSE;
import static dev.remotesupport.signaling.relay.DropPolicy.RESTART;

import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.signal.ControlCommand;
import dev.remotesupport.contracts.signal.ControlOrder;
import dev.remotesupport.contracts.signal.PeerDelivery;
import dev.remotesupport.contracts.signal.PeerMessage;
import dev.remotesupport.contracts.signal.SignalFromClient;
import dev.remotesupport.contracts.signal.SignalFromServer;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that passes through a signaling replica, one line each: who may say it, under which grant, how often, and
 * what becomes of it on a slow connection. What is not in this table does not pass.
 */
public enum RelayRule {
    // type on the wire       said by              grant                how often        when slow    bound of what
    // waits, bytes
    HELLO("hello", Said.BY_BOTH, Needs.NOTHING, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    TOKEN_RENEW("token.renew", Said.BY_BOTH, Needs.NOTHING, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    PING("ping", Said.BY_BOTH, Needs.NOTHING, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    LEAVE("leave", Said.BY_BOTH, Needs.NOTHING, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    PAGE_CHANGED("page.changed", Said.BY_CUSTOMER, Needs.NOTHING, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    GRANT_REQUEST("grant.request", Said.BY_TECHNICIAN, Needs.NOTHING, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    GRANT_ANSWER("grant.answer", Said.BY_CUSTOMER, Needs.NOTHING, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    GRANT_REVOKE("grant.revoke", Said.BY_BOTH, Needs.NOTHING, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    COBROWSE_WATCH("cobrowse.watch", Said.BY_TECHNICIAN, Needs.NOTHING, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    COBROWSE_UNWATCH("cobrowse.unwatch", Said.BY_TECHNICIAN, Needs.NOTHING, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    COBROWSE_REFRESH("cobrowse.refresh", Said.BY_TECHNICIAN, Needs.VIEW, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    COBROWSE_EVENTS("cobrowse.events", Said.BY_CUSTOMER, Needs.VIEW, Rate.RECORDING, RESTART, Bound.RECORDING),
    COBROWSE_ASSET("cobrowse.asset", Said.BY_CUSTOMER, Needs.VIEW, Rate.ASSET, KEEP_NEWEST_OR_CLOSE, Bound.ASSETS),
    POINTER_MOVE("pointer.move", Said.BY_BOTH, Needs.VIEW, Rate.POINTER, KEEP_NEWEST, Bound.POINTERS),
    POINTER_DRAW("pointer.draw", Said.BY_TECHNICIAN, Needs.VIEW, Rate.POINTER, CLOSE, Bound.SIGNALS),
    CONTROL_HOVER("control.hover", Said.BY_TECHNICIAN, Needs.VIEW, Rate.POINTER, KEEP_NEWEST, Bound.POINTERS),
    CONTROL("control.*", Said.BY_TECHNICIAN, Needs.CONTROL, Rate.CONTROL, CLOSE, Bound.SIGNALS),
    CONTROL_RESULT("control.result", Said.BY_CUSTOMER, Needs.NOTHING, Rate.CONTROL, CLOSE, Bound.SIGNALS),
    CONTROL_TAKE("control.take", Said.BY_TECHNICIAN, Needs.CONTROL, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    CONTROL_YIELD("control.yield", Said.BY_TECHNICIAN, Needs.NOTHING, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    // Which capability a message needs, it says itself: see GrantPolicy.mayShow.
    PEER("peer", Said.BY_BOTH, Needs.NOTHING, Rate.PEER, CLOSE, Bound.SIGNALS),
    // Said by the room alone.
    ROOM("room", Said.BY_NOBODY, Needs.NOTHING, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    QUEUE_POSITION("queue.position", Said.BY_NOBODY, Needs.NOTHING, Rate.SIGNAL, KEEP_NEWEST, Bound.POSITION),
    CONSOLE("console", Said.BY_NOBODY, Needs.NOTHING, Rate.SIGNAL, CLOSE, Bound.SIGNALS),
    VISITOR("visitor", Said.BY_NOBODY, Needs.NOTHING, Rate.SIGNAL, CLOSE, Bound.VISITOR),
    CONSOLE_NEWS("console.news", Said.BY_NOBODY, Needs.NOTHING, Rate.SIGNAL, KEEP_NEWEST_OR_CLOSE, Bound.NEWS);

    private final String type;
    private final Set<Seat> saidBy;
    private final Optional<Capability> needs;
    private final Rate rate;
    private final DropPolicy dropPolicy;
    private final int bound;

    RelayRule(String type, Set<Seat> saidBy, Optional<Capability> needs, Rate rate, DropPolicy dropPolicy, int bound) {
        this.type = type;
        this.saidBy = saidBy;
        this.needs = needs;
        this.rate = rate;
        this.dropPolicy = dropPolicy;
        this.bound = bound;
    }

    public static RelayRule of(SignalFromClient signal) {
        return switch (signal) {
            case SignalFromClient.Hello hello -> HELLO;
            case SignalFromClient.TokenRenew renew -> TOKEN_RENEW;
            case SignalFromClient.Ping ping -> PING;
            case PeerMessage message -> PEER;
            case SignalFromClient.Leave leave -> LEAVE;
            case SignalFromClient.PageChanged page -> PAGE_CHANGED;
            case SignalFromClient.GrantRequest request -> GRANT_REQUEST;
            case SignalFromClient.GrantAnswer answer -> GRANT_ANSWER;
            case SignalFromClient.GrantRevoke revoke -> GRANT_REVOKE;
            case SignalFromClient.CobrowseWatch watch -> COBROWSE_WATCH;
            case SignalFromClient.CobrowseUnwatch unwatch -> COBROWSE_UNWATCH;
            case SignalFromClient.CobrowseRefresh refresh -> COBROWSE_REFRESH;
            case SignalFromClient.CobrowseEvents events -> COBROWSE_EVENTS;
            case SignalFromClient.CobrowseAsset asset -> COBROWSE_ASSET;
            case SignalFromClient.PointerMove move -> POINTER_MOVE;
            case SignalFromClient.PointerDraw draw -> POINTER_DRAW;
            case SignalFromClient.ControlHover hover -> CONTROL_HOVER;
            case ControlCommand command -> CONTROL;
            case SignalFromClient.ControlResult result -> CONTROL_RESULT;
            case SignalFromClient.ControlTake take -> CONTROL_TAKE;
            case SignalFromClient.ControlYield answer -> CONTROL_YIELD;
        };
    }

    public static RelayRule of(SignalFromServer signal) {
        return switch (signal) {
            case SignalFromServer.CobrowseEvents events -> COBROWSE_EVENTS;
            case SignalFromServer.CobrowseAsset asset -> COBROWSE_ASSET;
            case SignalFromServer.PointerMove move -> POINTER_MOVE;
            case SignalFromServer.PointerDraw draw -> POINTER_DRAW;
            case SignalFromServer.ControlHover hover -> CONTROL_HOVER;
            case ControlOrder order -> CONTROL;
            case SignalFromServer.ControlResult result -> CONTROL_RESULT;
            case SignalFromServer.ControlHeld held -> ROOM;
            case SignalFromServer.ControlAsked asked -> ROOM;
            case SignalFromServer.Welcome welcome -> ROOM;
            case SignalFromServer.TokenRenewed renewed -> ROOM;
            case SignalFromServer.Pong pong -> ROOM;
            case SignalFromServer.Problem problem -> ROOM;
            case SignalFromServer.ParticipantJoined joined -> ROOM;
            case SignalFromServer.ParticipantChanged changed -> ROOM;
            case SignalFromServer.ParticipantLeft left -> ROOM;
            case SignalFromServer.SessionChanged changed -> ROOM;
            case SignalFromServer.SessionIdle idle -> ROOM;
            case SignalFromServer.QueuePosition position -> QUEUE_POSITION;
            case SignalFromServer.GrantRequested requested -> ROOM;
            case SignalFromServer.GrantChanged changed -> ROOM;
            case SignalFromServer.CobrowseWatched watched -> ROOM;
            case SignalFromServer.CobrowseRefresh refresh -> ROOM;
            case SignalFromServer.CobrowsePaused paused -> ROOM;
            case PeerDelivery delivery -> PEER;
            case SignalFromServer.PeerServers servers -> ROOM;
            case SignalFromServer.CallChanged changed -> ROOM;
            case SignalFromServer.RoomMoved moved -> ROOM;
        };
    }

    /** The type on the wire, as metrics and problems name it. */
    public String type() {
        return type;
    }

    public boolean maySay(Seat seat) {
        return saidBy.contains(seat);
    }

    /** The customer's consent without which it does not pass. */
    public Optional<Capability> needs() {
        return needs;
    }

    public Rate rate() {
        return rate;
    }

    public DropPolicy dropPolicy() {
        return dropPolicy;
    }

    /** Whether it goes through the room to the other side. */
    public boolean isRelayed() {
        return switch (this) {
            case COBROWSE_EVENTS,
                    COBROWSE_ASSET,
                    POINTER_MOVE,
                    POINTER_DRAW,
                    CONTROL_HOVER,
                    CONTROL,
                    CONTROL_RESULT,
                    PEER -> true;
            default -> false;
        };
    }

    /** Bytes that may wait for a slow connection before the drop policy acts. */
    public int bound() {
        return bound;
    }

    private static final class Said {
        static final Set<Seat> BY_BOTH = Set.of(CUSTOMER, TECHNICIAN);
        static final Set<Seat> BY_CUSTOMER = Set.of(CUSTOMER);
        static final Set<Seat> BY_TECHNICIAN = Set.of(TECHNICIAN);
        static final Set<Seat> BY_NOBODY = Set.of();
    }

    private static final class Needs {
        static final Optional<Capability> NOTHING = Optional.empty();
        static final Optional<Capability> VIEW = Optional.of(Capability.VIEW);
        static final Optional<Capability> CONTROL = Optional.of(Capability.CONTROL);
    }

    private static final class Bound {
        static final int SIGNALS = 2 * 1024 * 1024;
        static final int RECORDING = 4 * 1024 * 1024;
        static final int ASSETS = 8 * 1024 * 1024;
        static final int POINTERS = 16 * 1024;
        static final int NEWS = 256 * 1024;
        static final int POSITION = 1024;
        static final int VISITOR = 64 * 1024;
    }
}
