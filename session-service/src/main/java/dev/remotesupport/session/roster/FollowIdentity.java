package dev.remotesupport.session.roster;

import dev.remotesupport.contracts.event.IdentityEvent;
import dev.remotesupport.contracts.event.OrganisationChanged;
import dev.remotesupport.contracts.event.OrganisationCreated;
import dev.remotesupport.contracts.event.ReceivedEvent;
import dev.remotesupport.contracts.event.SiteChanged;
import dev.remotesupport.contracts.event.StaffChanged;
import dev.remotesupport.contracts.event.StaffRemoved;
import dev.remotesupport.platform.inbox.Inbox;
import dev.remotesupport.session.plan.PlanLimits;
import dev.remotesupport.session.staffing.StaffTurnover;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the gateway's events: sites into the roster, staff to their desks, plans to what they limit. */
@ApplicationScoped
class FollowIdentity {

    private static final String CONSUMER = "session-roster";

    private final Inbox inbox;
    private final Roster roster;
    private final StaffTurnover turnover;
    private final PlanLimits plans;

    FollowIdentity(Inbox inbox, Roster roster, StaffTurnover turnover, PlanLimits plans) {
        this.inbox = inbox;
        this.roster = roster;
        this.turnover = turnover;
        this.plans = plans;
    }

    @Incoming("identity-events")
    Uni<Void> follow(ConsumerRecords<String, String> records) {
        return inbox.consume(CONSUMER, records, this::apply);
    }

    private Uni<Void> apply(SqlConnection connection, ReceivedEvent received) {
        return received.data() instanceof IdentityEvent event
                ? apply(connection, event)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> apply(SqlConnection connection, IdentityEvent event) {
        return switch (event) {
            case SiteChanged site -> roster.follow(connection, site);
            case StaffChanged staff ->
                turnover.changed(connection, staff.organisation(), staff.staffId(), staff.role());
            case StaffRemoved staff -> turnover.removed(connection, staff.staffId());
            case OrganisationCreated organisation ->
                plans.follow(
                        connection,
                        organisation.organisation(),
                        organisation.version(),
                        organisation.maxConcurrentSessions());
            case OrganisationChanged organisation ->
                plans.follow(
                        connection,
                        organisation.organisation(),
                        organisation.version(),
                        organisation.maxConcurrentSessions());
        };
    }
}
