package dev.remotesupport.signaling.visitor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.signaling.visitor.AccessRequests.Asked;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Who is on the sites now, and asking them for a look. */
@Path("/api/visitors")
@Authenticated
@Tag(name = "Visitors")
public class VisitorResource {

    /** Visitors in one answer: more than anybody can look at. */
    private static final int MOST = 200;

    private static final String LIVE = """
            {"items": [{"id": "5f1f1c86-2b0e-4c57-9a53-9a0d6a3f4f10", "siteId": "0b6bd6f2-6a3c-4a4e-9d6f-0f2f0a0e8c11",
             "name": "Grace Hopper", "identified": true, "browser": "Firefox 140", "os": "Windows 11", "place": null,
             "since": "2026-11-26T21:05:00Z", "tabs": [{"url": "https://shop.example/cart", "title": "Cart", "visible": true,
             "since": "2026-11-26T21:07:12Z"}]}], "total": 1}""";
    private static final String OPEN = """
            {"id": "7b0f4f6e-3a55-4f0e-8a53-2f8f3a0a4c11", "state": "open", "expiresAt": "2026-11-26T21:08:00Z"}""";
    private static final String ALLOWED = """
            {"id": "7b0f4f6e-3a55-4f0e-8a53-2f8f3a0a4c11", "state": "allowed", "expiresAt": "2026-11-26T21:08:00Z",
             "sessionId": "0b6bd6f2-6a3c-4a4e-9d6f-0f2f0a0e8c12"}""";
    private static final String GONE = """
            {"type": "https://remote-support.dev/problems/visitor-gone", "title": "This visitor is not here any more.",
             "status": 404, "code": "visitor-gone", "detail": "Look at the list again.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b41"}""";
    private static final String ALREADY = """
            {"type": "https://remote-support.dev/problems/already-asked", "title": "This visitor is being asked already.",
             "status": 409, "code": "already-asked", "detail": "A colleague asks at this moment.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b42"}""";
    private static final String UNKNOWN = """
            {"type": "https://remote-support.dev/problems/request-unknown", "title": "There is no such request.",
             "status": 404, "code": "request-unknown", "detail": "You have asked nothing by this id.",
             "id": "c2a2f0c4-6d51-4a6e-8f0e-2f7f6f0d9b43"}""";

    private final CurrentCaller caller;
    private final VisitStore visits;
    private final AccessRequests requests;

    VisitorResource(CurrentCaller caller, VisitStore visits, AccessRequests requests) {
        this.caller = caller;
        this.visits = visits;
        this.requests = requests;
    }

    /** Why a technician wants to see the page; the visitor reads it. */
    @Schema(name = "AccessAsk")
    public record AccessAsk(
            @Size(max = Limits.NAME) @Schema(examples = "Your order")
            String reason) {}

    /**
     * A request, or the session that the visitor is in already.
     *
     * @param id null where nobody had to be asked
     * @param sessionId the session, where there is one that you may see
     */
    @Schema(name = "AccessRequest")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccessView(
            UUID id,

            @Schema(enumeration = {"open", "opening", "allowed", "denied", "expired", "failed", "in_session"})
            String state,

            Instant expiresAt,
            UUID sessionId,

            @Schema(description = "Why it failed, or who helps already.")
            String detail) {

        static AccessView of(AccessRequest request) {
            return new AccessView(
                    request.id(),
                    request.stateAt(Instant.now()),
                    request.expiresAt(),
                    request.session().orElse(null),
                    request.detail().orElse(null));
        }

        static AccessView of(Asked asked) {
            return asked.request()
                    .map(AccessView::of)
                    .orElseGet(() -> asked.meeting()
                            .map(meeting ->
                                    new AccessView(null, "in_session", null, meeting.sessionId(), meeting.staffName()))
                            .orElseThrow());
        }
    }

    @GET
    @Path("/live")
    @Operation(
            operationId = "liveVisitors",
            summary = "Who is on the organisation's sites now",
            description =
                    "Of all that are there the 200 who came last. Addresses come without query and fragment; a private title is empty.")
    @APIResponse(
            responseCode = "200",
            description = "Each visitor with the open tabs.",
            content = @Content(schema = @Schema(implementation = LiveVisitors.class), examples = @ExampleObject(LIVE)))
    public Uni<LiveVisitors> live(@Parameter(description = "Only of this site.") @QueryParam("site") UUID site) {
        return visits.live(caller.get().organisationId(), Optional.ofNullable(site), Optional.empty(), MOST);
    }

    @POST
    @Path("/{visitorId}/access")
    @ResponseStatus(201)
    @Operation(operationId = "askForAccess", summary = "Ask a visitor for a look at the page", description = """
                    The visitor sees who asks and why. Yes begins a session with you, in which you see the page; No and silence of
                    30 seconds begin nothing. Of a visitor who is in a session already, that session is answered
                    instead, or only that there is one if it is not yours to see.""")
    @RequestBody(content = @Content(examples = @ExampleObject("{\"reason\": \"Your order\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The visitor is asked, or state in_session.",
            content = @Content(schema = @Schema(implementation = AccessView.class), examples = @ExampleObject(OPEN)))
    @APIResponse(
            responseCode = "404",
            description = "visitor-gone",
            content = @Content(examples = @ExampleObject(GONE)))
    @APIResponse(
            responseCode = "409",
            description = "already-asked",
            content = @Content(examples = @ExampleObject(ALREADY)))
    public Uni<AccessView> ask(
            UUID visitorId,
            @Valid AccessAsk body,
            @Parameter(hidden = true) @HeaderParam("Authorization") String authorization) {
        String reason = Optional.ofNullable(body)
                .map(AccessAsk::reason)
                .map(String::strip)
                .orElse("");
        return requests.ask(caller.get(), authorization, visitorId, reason).map(AccessView::of);
    }

    @GET
    @Path("/access/{id}")
    @Operation(operationId = "getAccess", summary = "What the visitor has answered")
    @APIResponse(
            responseCode = "200",
            description = "The request as it stands, with the session that it opened.",
            content = @Content(schema = @Schema(implementation = AccessView.class), examples = @ExampleObject(ALLOWED)))
    @APIResponse(
            responseCode = "404",
            description = "request-unknown",
            content = @Content(examples = @ExampleObject(UNKNOWN)))
    public Uni<AccessView> get(UUID id) {
        return requests.find(caller.get(), id).map(AccessView::of);
    }
}
