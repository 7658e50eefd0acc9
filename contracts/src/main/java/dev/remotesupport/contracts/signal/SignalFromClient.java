package dev.remotesupport.contracts.signal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Capability;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.OrAbsent;
import dev.remotesupport.contracts.OrNull;
import dev.remotesupport.contracts.RecordedEvents;
import java.util.List;
import java.util.UUID;

/** What a client may say on {@code /ws/signaling}. Who may say it, by seat and grant, stands with each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(SignalFromClient.Hello.class),
    @JsonSubTypes.Type(SignalFromClient.TokenRenew.class),
    @JsonSubTypes.Type(SignalFromClient.Ping.class),
    @JsonSubTypes.Type(SignalFromClient.PageChanged.class),
    @JsonSubTypes.Type(SignalFromClient.GrantRequest.class),
    @JsonSubTypes.Type(SignalFromClient.GrantAnswer.class),
    @JsonSubTypes.Type(SignalFromClient.GrantRevoke.class),
    @JsonSubTypes.Type(SignalFromClient.CobrowseWatch.class),
    @JsonSubTypes.Type(SignalFromClient.CobrowseUnwatch.class),
    @JsonSubTypes.Type(SignalFromClient.CobrowseRefresh.class),
    @JsonSubTypes.Type(SignalFromClient.CobrowseEvents.class),
    @JsonSubTypes.Type(SignalFromClient.CobrowseAsset.class),
    @JsonSubTypes.Type(SignalFromClient.PointerMove.class),
    @JsonSubTypes.Type(SignalFromClient.PointerDraw.class),
    @JsonSubTypes.Type(ControlCommand.class),
    @JsonSubTypes.Type(SignalFromClient.ControlHover.class),
    @JsonSubTypes.Type(SignalFromClient.ControlResult.class),
    @JsonSubTypes.Type(SignalFromClient.ControlTake.class),
    @JsonSubTypes.Type(SignalFromClient.ControlYield.class),
    @JsonSubTypes.Type(PeerMessage.class),
    @JsonSubTypes.Type(SignalFromClient.Leave.class)
})
public sealed interface SignalFromClient
        permits SignalFromClient.Hello,
                SignalFromClient.TokenRenew,
                SignalFromClient.Ping,
                SignalFromClient.PageChanged,
                SignalFromClient.GrantRequest,
                SignalFromClient.GrantAnswer,
                SignalFromClient.GrantRevoke,
                SignalFromClient.CobrowseWatch,
                SignalFromClient.CobrowseUnwatch,
                SignalFromClient.CobrowseRefresh,
                SignalFromClient.CobrowseEvents,
                SignalFromClient.CobrowseAsset,
                SignalFromClient.PointerMove,
                SignalFromClient.PointerDraw,
                ControlCommand,
                SignalFromClient.ControlHover,
                SignalFromClient.ControlResult,
                SignalFromClient.ControlTake,
                SignalFromClient.ControlYield,
                PeerMessage,
                SignalFromClient.Leave {

    /**
     * First on every connection, once.
     *
     * @param can what a customer's tab can show besides its page, or null
     */
    @JsonTypeName("hello")
    record Hello(
            int protocol,
            @OrAbsent Page page,
            @OrAbsent Resume resume,
            @OrAbsent List<Capability> can) implements SignalFromClient {
        public Hello {
            Bounds.range(protocol, "protocol", 1, Integer.MAX_VALUE);
            can = can == null ? null : Bounds.list(can, "can", Limits.GRANTS);
        }
    }

    /** Both seats: hands over a fresh token before the old one ends. */
    @JsonTypeName("token.renew")
    record TokenRenew(String token) implements SignalFromClient {
        public TokenRenew {
            Bounds.text(token, "token", Limits.TOKEN);
        }

        @Override
        public String toString() {
            return "TokenRenew[]";
        }
    }

    /** Both seats: answered with a pong. */
    @JsonTypeName("ping")
    record Ping() implements SignalFromClient {}

    /** Customer: its tab shows another page, or came to the front or went behind. */
    @JsonTypeName("page.changed")
    record PageChanged(String url, String title, boolean visible) implements SignalFromClient {
        public PageChanged {
            Bounds.text(url, "url", Limits.URL);
            Bounds.textOrEmpty(title, "title", Limits.TITLE);
        }

        public Page page() {
            return new Page(url, title, visible);
        }
    }

    /** Technician: asks the customer for a grant. */
    @JsonTypeName("grant.request")
    record GrantRequest(Capability capability, @OrAbsent String reason) implements SignalFromClient {
        public GrantRequest {
            Bounds.present(capability, "capability");
            Bounds.optionalText(reason, "reason", Limits.REASON);
        }
    }

    /** Customer: answers a {@code grant.requested}. */
    @JsonTypeName("grant.answer")
    record GrantAnswer(UUID request, boolean allowed) implements SignalFromClient {
        public GrantAnswer {
            Bounds.present(request, "request");
        }
    }

    /** Both seats: takes a grant back, at once. */
    @JsonTypeName("grant.revoke")
    record GrantRevoke(Capability capability) implements SignalFromClient {
        public GrantRevoke {
            Bounds.present(capability, "capability");
        }
    }

    /** Technician: wants to see this tab. */
    @JsonTypeName("cobrowse.watch")
    record CobrowseWatch(UUID participant) implements SignalFromClient {
        public CobrowseWatch {
            Bounds.present(participant, "participant");
        }
    }

    /** Technician: watches no tab any more. */
    @JsonTypeName("cobrowse.unwatch")
    record CobrowseUnwatch() implements SignalFromClient {}

    /**
     * Technician: needs a new keyframe of the tab, or a part of its page anew.
     *
     * @param node the rrweb id of the part's root, or null for the whole page
     */
    @JsonTypeName("cobrowse.refresh")
    record CobrowseRefresh(UUID participant, @OrAbsent Integer node) implements SignalFromClient {
        public CobrowseRefresh {
            Bounds.present(participant, "participant");
            if (node != null) {
                Bounds.range(node, "node", 1, Integer.MAX_VALUE);
            }
        }
    }

    /**
     * Customer, under the grant {@code view}, while watched: what rrweb recorded.
     *
     * @param sequence one more than the last, from 1 on in each connection
     * @param keyframe whether the events begin with Meta and FullSnapshot
     */
    @JsonTypeName("cobrowse.events")
    record CobrowseEvents(long sequence, boolean keyframe, RecordedEvents events) implements SignalFromClient {
        public CobrowseEvents {
            Bounds.counter(sequence, "sequence", 1);
            Bounds.present(events, "events");
        }
    }

    /**
     * Customer, under the grant {@code view}: a picture or font that only the customer's browser can load, once.
     *
     * @param hash its name, made from its content
     * @param data the content in Base64
     */
    @JsonTypeName("cobrowse.asset")
    record CobrowseAsset(String hash, String mime, String data) implements SignalFromClient {
        public CobrowseAsset {
            Bounds.asset(hash, mime, data);
        }

        @Override
        public String toString() {
            return "CobrowseAsset[" + hash + "]";
        }
    }

    /**
     * Both seats, under the grant {@code view}: where the pointer is, in CSS pixels of the page's viewport.
     *
     * @param participant whose page it is
     */
    @JsonTypeName("pointer.move")
    record PointerMove(UUID participant, double x, double y) implements SignalFromClient {
        public PointerMove {
            Bounds.present(participant, "participant");
            Bounds.range(x, "x", -Limits.PIXELS, Limits.PIXELS);
            Bounds.range(y, "y", -Limits.PIXELS, Limits.PIXELS);
        }
    }

    /**
     * Technician, under the grant {@code view}: draws a line on the page, which fades.
     *
     * @param begins whether this is a new line and not more of the last
     * @param points the next points, x and y in turn, in CSS pixels of the page's viewport
     */
    @JsonTypeName("pointer.draw")
    record PointerDraw(UUID participant, boolean begins, List<Double> points) implements SignalFromClient {
        public PointerDraw {
            Bounds.present(participant, "participant");
            points = ControlBounds.stroke(points);
        }
    }

    /**
     * Technician, under the grant {@code view}: which element the pointer is over.
     *
     * @param node the element's rrweb id, or null for none
     */
    @JsonTypeName("control.hover")
    record ControlHover(UUID participant, @OrNull Integer node) implements SignalFromClient {
        public ControlHover {
            Bounds.present(participant, "participant");
            if (node != null) {
                Bounds.range(node, "node", 1, Integer.MAX_VALUE);
            }
        }
    }

    /**
     * Customer: what became of a command.
     *
     * @param reason a code that says more, or null
     */
    @JsonTypeName("control.result")
    record ControlResult(
            UUID command, ControlOutcome outcome, @OrAbsent String reason) implements SignalFromClient {
        public ControlResult {
            Bounds.present(command, "command");
            Bounds.present(outcome, "outcome");
            Bounds.optionalCode(reason, "reason");
        }
    }

    /** Technician, under the grant {@code control}: wants to be the one who controls. Whoever does is asked. */
    @JsonTypeName("control.take")
    record ControlTake() implements SignalFromClient {}

    /**
     * Technician who controls: answers a {@code control.asked}.
     *
     * @param to the participant who asked
     */
    @JsonTypeName("control.yield")
    record ControlYield(UUID to, boolean allowed) implements SignalFromClient {
        public ControlYield {
            Bounds.present(to, "to");
        }
    }

    /** Both seats: leaves the session's room for good. */
    @JsonTypeName("leave")
    record Leave() implements SignalFromClient {}
}
