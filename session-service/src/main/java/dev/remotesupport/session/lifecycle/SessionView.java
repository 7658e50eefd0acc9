package dev.remotesupport.session.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Channel;
import dev.remotesupport.contracts.SessionState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session as REST shows it, to each reader as much as the role allows. What is not known is null. */
@Schema(name = "Session")
public record SessionView(
        UUID id,

        @Schema(description = "Counts the organisation's sessions.", examples = "4711")
        long number,

        SessionState state,
        List<Channel> channels,

        @JsonSerialize(using = SeenByRole.Contact.class) @Schema(examples = "Grace Hopper")
        String customerName,

        @Schema(description = "Copied when the customer connected.", examples = "Firefox 140 on Windows")
        String machineName,

        @Schema(description = "Copied when the customer connected.", examples = "Utrecht, NL")
        String location,

        CustomerView customer,
        SiteView site,
        StaffView staff,
        @Schema(examples = "My order does not arrive") String subject,
        PageView page,
        Instant requestedAt,

        @Schema(description = "When a technician first took the session; set once.")
        Instant connectedAt,

        @Schema(description = "When the session truly ended; an interruption is no end.")
        Instant endedAt,

        @Schema(description = "A code.", examples = "ended-by-staff")
        String endReason,

        @Schema(description = "From connectedAt to endedAt or now; 0 when nobody connected.")
        long durationSeconds,

        Instant lastActiveAt,

        @JsonSerialize(using = SeenByRole.StaffOnly.class)
        @Schema(description = "What staff call the session by; nobody else sees it.", examples = "[\"printer\"]")
        List<String> tags,

        @Schema(description = "1 to 5, once the customer has rated.", examples = "5")
        Integer rating,

        @Schema(description = "What the customer wrote with it.", examples = "Quick and friendly.")
        String feedback,

        @Schema(description = "One higher with each event of the session.")
        long version) {

    /** Who is helped; what is claimed is the visitor's own word. */
    @Schema(name = "SessionCustomer")
    public record CustomerView(
            CallerKind kind,
            @JsonSerialize(using = SeenByRole.Contact.class) String id,

            @JsonSerialize(using = SeenByRole.Contact.class)
            @Schema(description = "Masked for the role support.", examples = "g***@example.com")
            String email,

            @Schema(description = "Whether name and e-mail are the visitor's own words.")
            boolean claimed,

            @Schema(description = "The user id that the visitor named, where one was.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @JsonSerialize(using = SeenByRole.Contact.class)
            String claimedId) {}

    @Schema(name = "SessionSite")
    public record SiteView(UUID id, String name) {}

    @Schema(name = "SessionStaff")
    public record StaffView(UUID id, String name) {}

    @Schema(name = "SessionWebPage")
    public record PageView(String url, String title) {}

    public static SessionView of(Session session) {
        var customer = session.customer();
        var times = session.times();
        return new SessionView(
                session.id(),
                session.number(),
                session.state(),
                session.channels(),
                customer.name(),
                session.machineName().orElse(null),
                session.location().orElse(null),
                new CustomerView(
                        customer.kind(),
                        customer.id(),
                        customer.email().orElse(null),
                        customer.claimed(),
                        customer.claimedId().orElse(null)),
                session.site()
                        .map(site -> new SiteView(site.id(), site.name().orElse(null)))
                        .orElse(null),
                session.staff()
                        .map(staff -> new StaffView(staff.id(), staff.name()))
                        .orElse(null),
                session.subject().orElse(null),
                session.page()
                        .map(page -> new PageView(page.url(), page.title()))
                        .orElse(null),
                times.requestedAt(),
                times.connectedAt().orElse(null),
                times.endedAt().orElse(null),
                session.endReason().orElse(null),
                session.duration(Instant.now()).toSeconds(),
                times.lastActiveAt(),
                session.tags(),
                session.review().rating().orElse(null),
                session.review().comment().orElse(null),
                session.version());
    }
}
