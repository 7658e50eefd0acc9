package dev.remotesupport.session.context;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Channel;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.Wire;
import dev.remotesupport.session.access.Sight;
import dev.remotesupport.session.casefile.CaseFile;
import dev.remotesupport.session.lifecycle.SeenByRole;
import dev.remotesupport.session.lifecycle.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who the customer of a session is. What is not known is null. */
@Schema(name = "SessionContext")
public record ContextView(
        CustomerView customer,

        @Schema(description = "Earlier and later ones of the same customer, newest first, at most 20.")
        List<PastSession> sessions,

        SiteView site,
        PageView page,
        @Schema(examples = "Firefox 140 on Windows") String machineName,
        @Schema(examples = "Utrecht, NL") String location,

        @Schema(description = "The customer's cases, newest first, at most 20.")
        List<CaseLink> cases) {

    /** For the role support addresses and numbers are masked; for team leads and above they are whole. */
    @Schema(name = "ContextCustomer")
    public record CustomerView(
            CallerKind kind,
            @JsonSerialize(using = SeenByRole.Contact.class) String id,

            @JsonSerialize(using = SeenByRole.Contact.class) @Schema(examples = "Grace Hopper")
            String name,

            @JsonSerialize(using = SeenByRole.Contact.class) @Schema(examples = "g***@example.com")
            String email,

            @Schema(description = "Whether name and e-mail are the visitor's own words.")
            boolean claimed,

            @JsonSerialize(using = SeenByRole.Contact.class)
            @Schema(description = "The user id that the visitor named, where one was.")
            String claimedId,

            @Schema(description = "All sessions of this customer, this one included.", examples = "3")
            long sessions,

            Instant firstSeenAt) {}

    @Schema(name = "ContextSession")
    public record PastSession(
            UUID id,
            @Schema(examples = "4711") long number,
            SessionState state,
            List<Channel> channels,
            @JsonSerialize(using = SeenByRole.Contact.class) String subject,
            @Schema(examples = "Ada") String staffName,
            Instant requestedAt,
            Instant endedAt,
            String endReason,
            long durationSeconds,
            Integer rating,

            @Schema(description = "Whether the caller may see more of it than this.")
            boolean mayOpen) {

        static PastSession of(Session session, boolean mayOpen) {
            return new PastSession(
                    session.id(),
                    session.number(),
                    session.state(),
                    session.channels(),
                    session.subject().orElse(null),
                    session.staff().map(Session.Staff::name).orElse(null),
                    session.times().requestedAt(),
                    session.times().endedAt().orElse(null),
                    session.endReason().orElse(null),
                    session.duration(Instant.now()).toSeconds(),
                    session.review().rating().orElse(null),
                    mayOpen);
        }
    }

    @Schema(name = "ContextSite")
    public record SiteView(UUID id, String name) {}

    @Schema(name = "ContextPage")
    public record PageView(String url, String title) {}

    @Schema(name = "ContextCase")
    public record CaseLink(UUID id, @Schema(examples = "12") long number, String title, String status) {

        static CaseLink of(CaseFile file) {
            return new CaseLink(file.id(), file.number(), file.title(), Wire.name(file.status()));
        }
    }

    static ContextView of(Session session, History history, Sight sight) {
        var customer = session.customer();
        return new ContextView(
                new CustomerView(
                        customer.kind(),
                        customer.id(),
                        customer.name(),
                        customer.email().orElse(null),
                        customer.claimed(),
                        customer.claimedId().orElse(null),
                        history.count(),
                        history.since()),
                history.sessions().stream()
                        .map(past -> PastSession.of(past, sight.sees(past)))
                        .toList(),
                session.site()
                        .map(site -> new SiteView(site.id(), site.name().orElse(null)))
                        .orElse(null),
                session.page()
                        .map(page -> new PageView(page.url(), page.title()))
                        .orElse(null),
                session.machineName().orElse(null),
                session.location().orElse(null),
                history.cases().stream().map(CaseLink::of).toList());
    }
}
