package dev.remotesupport.session.casefile;

import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.Wire;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.casefile.CaseFile.Status;
import dev.remotesupport.session.casefile.Cases.Opened;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Cases. */
@Path("/api/cases")
@Authenticated
@Tag(name = "Cases")
public class CaseResource {

    private static final String STATUS = "open|closed";
    private static final String NOT_BLANK = "(?s).*\\S.*";

    private final CurrentCaller caller;
    private final Cases cases;
    private final GroupSessions group;

    CaseResource(CurrentCaller caller, Cases cases, GroupSessions group) {
        this.caller = caller;
        this.cases = cases;
        this.group = group;
    }

    /** A case to be opened. Whose it is may be left open until its first session is linked. */
    @Schema(name = "CaseStart")
    public record CaseStart(
            @NotBlank @Size(max = Limits.NAME) @Schema(examples = "Order 4711 never arrived")
            String title,

            @Size(min = 1, max = Limits.NAME)
            @Schema(description = "Somebody who has asked for help before.", examples = "c-1042")
            String customerId,

            @Size(max = 50) @Schema(description = "Sessions of that customer.")
            List<@NotNull UUID> sessionIds) {}

    /** What shall become of a case; what is left out stays. */
    @Schema(name = "CaseChange")
    public record CaseChange(
            @Size(max = Limits.NAME) @Pattern(regexp = NOT_BLANK, message = "must not be blank")
            String title,

            @Pattern(regexp = STATUS) @Schema(examples = "closed")
            String status) {}

    /** One page of cases. */
    @Schema(name = "CasePage")
    public record CasePage(
            List<CaseView> items,

            @Schema(description = "Send it as \"after\" for the next page; null on the last.")
            String next) {

        static CasePage of(List<Opened> found, int limit) {
            var page = found.subList(0, Math.min(limit, found.size()));
            var next =
                    found.size() > limit ? Long.toString(page.getLast().file().number()) : null;
            return new CasePage(page.stream().map(CaseView::of).toList(), next);
        }
    }

    @GET
    @Operation(
            operationId = "listCases",
            summary = "List cases",
            description =
                    "Newest first. Customers and visitors see their own, without notes. Support staff and team leads see what they"
                            + " opened, what holds a session that they see, and what is of a customer whom they help now.")
    @APIResponse(responseCode = "200", description = "One page of them.")
    @APIResponse(responseCode = "400", description = "invalid, query-not-understood")
    public Uni<CasePage> list(
            @RestQuery @Pattern(regexp = STATUS) @Parameter(example = "open") String status,
            @RestQuery @Size(max = 200) @Parameter(description = "A part of the title, or #number.") String q,
            @RestQuery @Size(max = Limits.NAME) @Parameter(description = "Whose cases.") String customerId,
            @RestQuery @Size(max = 36) @Parameter(description = "Cases that hold this session.") String sessionId,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @RestQuery @Pattern(regexp = "\\d{1,18}") @Parameter(description = "The \"next\" of the page before.")
                    String after) {
        var query = new CaseQuery(
                Optional.ofNullable(customerId),
                Optional.ofNullable(status).map(CaseResource::status),
                Optional.ofNullable(q).map(text -> text.strip().toLowerCase(Locale.ROOT)),
                Optional.ofNullable(sessionId).map(CaseResource::id),
                after == null ? Long.MAX_VALUE : Long.parseLong(after),
                limit);
        return cases.find(caller.get(), query).map(found -> CasePage.of(found, limit));
    }

    @POST
    @Operation(
            operationId = "openCase",
            summary = "Open a case",
            description = "For a customer, or with sessions, all of one customer.")
    @APIResponse(
            responseCode = "201",
            description = "The case.",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    @APIResponse(responseCode = "400", description = "invalid")
    @APIResponse(responseCode = "403", description = "not-your-session: a colleague has it.")
    @APIResponse(responseCode = "404", description = "customer-unknown, session-unknown")
    @APIResponse(responseCode = "409", description = "other-customer")
    public Uni<RestResponse<CaseView>> open(@NotNull @Valid CaseStart body) {
        var sessions = body.sessionIds() == null ? List.<UUID>of() : body.sessionIds();
        return group.open(caller.get(), body.title().strip(), Optional.ofNullable(body.customerId()), sessions)
                .map(opened -> RestResponse.status(RestResponse.Status.CREATED, CaseView.of(opened)));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCase", summary = "One case with its sessions")
    @APIResponse(responseCode = "200", description = "The case.")
    @APIResponse(responseCode = "404", description = "case-unknown")
    public Uni<CaseView> get(UUID id) {
        return cases.get(caller.get(), id).map(CaseView::of);
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "changeCase", summary = "Rename, close or reopen a case")
    @APIResponse(responseCode = "200", description = "The case as it is now.")
    @APIResponse(responseCode = "400", description = "invalid")
    @APIResponse(responseCode = "404", description = "case-unknown")
    public Uni<CaseView> change(UUID id, @NotNull @Valid CaseChange body) {
        var title = Optional.ofNullable(body.title()).map(String::strip);
        return cases.change(
                        caller.get(),
                        id,
                        title,
                        Optional.ofNullable(body.status()).map(CaseResource::status))
                .map(CaseView::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteCase",
            summary = "Delete a case",
            description = "Who opened it or a team lead. Its sessions stay; who deleted it, when and why is kept.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "403", description = "not-your-case")
    @APIResponse(responseCode = "404", description = "case-unknown")
    public Uni<Void> delete(
            UUID id,
            @RestQuery
                    @Size(min = 1, max = Limits.REASON)
                    @Parameter(description = "Why, for the record.", example = "Opened twice")
                    String reason) {
        return cases.delete(caller.get(), id, Optional.ofNullable(reason));
    }

    @PUT
    @Path("/{id}/sessions/{sessionId}")
    @Operation(
            operationId = "linkSession",
            summary = "Put a session into a case",
            description = "Doing it again is no error.")
    @APIResponse(responseCode = "200", description = "The case with its sessions.")
    @APIResponse(responseCode = "403", description = "not-your-session: a colleague has it.")
    @APIResponse(responseCode = "404", description = "case-unknown, session-unknown")
    @APIResponse(responseCode = "409", description = "other-customer, case-full")
    public Uni<CaseView> link(UUID id, UUID sessionId) {
        return group.link(caller.get(), id, sessionId).map(CaseView::of);
    }

    @DELETE
    @Path("/{id}/sessions/{sessionId}")
    @Operation(
            operationId = "unlinkSession",
            summary = "Take a session out of a case",
            description = "Doing it again is no error.")
    @APIResponse(responseCode = "200", description = "The case with its sessions.")
    @APIResponse(responseCode = "404", description = "case-unknown")
    public Uni<CaseView> unlink(UUID id, UUID sessionId) {
        return group.unlink(caller.get(), id, sessionId).map(CaseView::of);
    }

    private static Status status(String wire) {
        return Wire.constant(Status.class, wire);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(SessionProblem.QUERY_NOT_UNDERSTOOD, "sessionId is an id.");
        }
    }
}
