package dev.remotesupport.session.casefile;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.remotesupport.contracts.SessionState;
import dev.remotesupport.contracts.Wire;
import dev.remotesupport.session.casefile.CaseLinks.Linked;
import dev.remotesupport.session.casefile.Cases.Opened;
import dev.remotesupport.session.lifecycle.SeenByRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A case as REST shows it. What is not known is null. */
@Schema(name = "Case")
public record CaseView(
        UUID id,

        @Schema(description = "Counts the organisation's cases.", examples = "12")
        long number,

        @Schema(examples = "Order 4711 never arrived") String title,

        @Schema(description = "open or closed", examples = "open")
        String status,

        CustomerView customer,
        PersonView openedBy,
        Instant openedAt,
        Instant changedAt,
        Instant closedAt,

        @Schema(description = "Newest first.") List<SessionLink> sessions) {

    @Schema(name = "CaseCustomer")
    public record CustomerView(
            @JsonSerialize(using = SeenByRole.Contact.class) String id,

            @JsonSerialize(using = SeenByRole.Contact.class) @Schema(examples = "Grace Hopper")
            String name) {}

    @Schema(name = "CasePerson")
    public record PersonView(
            String id, @Schema(examples = "Ada") String name) {}

    /** A session of the case. */
    @Schema(name = "CaseSession")
    public record SessionLink(
            UUID id, @Schema(examples = "4711") long number, SessionState state, String subject, Instant requestedAt) {

        static SessionLink of(Linked linked) {
            return new SessionLink(
                    linked.id(),
                    linked.number(),
                    linked.state(),
                    linked.subject().orElse(null),
                    linked.requestedAt());
        }
    }

    static CaseView of(Opened opened) {
        var file = opened.file();
        return new CaseView(
                file.id(),
                file.number(),
                file.title(),
                Wire.name(file.status()),
                file.customer()
                        .map(customer -> new CustomerView(customer.id(), customer.name()))
                        .orElse(null),
                new PersonView(file.openedBy().id(), file.openedBy().name()),
                file.openedAt(),
                file.changedAt(),
                file.closedAt().orElse(null),
                opened.sessions().stream().map(SessionLink::of).toList());
    }
}
