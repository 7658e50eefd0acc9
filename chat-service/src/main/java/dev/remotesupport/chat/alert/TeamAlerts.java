package dev.remotesupport.chat.alert;

import dev.remotesupport.chat.alert.DeskStore.Waiting;
import dev.remotesupport.chat.mail.MailBox;
import dev.remotesupport.chat.mail.MailSettings;
import dev.remotesupport.chat.mail.MailSettingsStore;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks every few seconds for what an organisation wants to be told of, and tells it once. */
@ApplicationScoped
class TeamAlerts {

    private static final Logger LOG = Logger.getLogger(TeamAlerts.class);

    private final AlertLog log;
    private final DeskStore desk;
    private final MailSettingsStore settings;
    private final MailBox box;
    private final AlertMail mail;
    private final Tenancy tenancy;
    private final Duration patience;

    TeamAlerts(AlertLog log, DeskStore desk, MailSettingsStore settings, MailBox box, AlertMail mail, Tenancy tenancy) {
        this.log = log;
        this.desk = desk;
        this.settings = settings;
        this.box = box;
        this.mail = mail;
        this.tenancy = tenancy;
        this.patience = box.nobodyThereAfter();
    }

    @Scheduled(every = "${remote-support.chat.mail.alerts-every:15s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return box.isOpen()
                ? log.concerned()
                        .chain(organisations -> Multi.createFrom()
                                .iterable(organisations)
                                .onItem()
                                .transformToUniAndConcatenate(this::lookAfter)
                                .collect()
                                .last())
                        .onFailure()
                        .invoke(failure -> LOG.warnf("alerts put off: %s", failure.getMessage()))
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> lookAfter(UUID organisation) {
        return tenancy.inTransaction(
                organisation,
                connection -> settings.find(connection)
                        .chain(wanted -> tellOfLate(connection, organisation, wanted)
                                .chain(() -> tellOfNobody(connection, organisation, wanted))));
    }

    private Uni<Void> tellOfLate(SqlConnection connection, UUID organisation, MailSettings wanted) {
        if (wanted.waitLimit().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return desk.late(connection, wanted.waitLimit().get())
                .chain(late -> late.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : log.mayTell(connection, organisation, "late", false, wanted.quiet())
                                .chain(may -> may
                                        ? desk.told(connection, late)
                                                .chain(() ->
                                                        box.post(connection, mail.late(organisation, wanted, late)))
                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> tellOfNobody(SqlConnection connection, UUID organisation, MailSettings wanted) {
        if (!wanted.nobodyThere()) {
            return log.over(connection, "nobody");
        }
        return desk.unattended(connection)
                .chain(waiting -> waiting.isEmpty()
                        ? log.over(connection, "nobody")
                        : desk.left(connection)
                                .chain(left -> isLongAgo(waiting.getFirst().since())
                                                && left.filter(at -> !isLongAgo(at))
                                                        .isEmpty()
                                        ? tellOfNobody(connection, organisation, wanted, waiting)
                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> tellOfNobody(
            SqlConnection connection, UUID organisation, MailSettings wanted, List<Waiting> waiting) {
        return log.mayTell(connection, organisation, "nobody", true, wanted.quiet())
                .chain(may -> may
                        ? box.post(connection, mail.nobody(organisation, wanted, waiting))
                        : Uni.createFrom().voidItem());
    }

    private boolean isLongAgo(OffsetDateTime at) {
        return at.isBefore(OffsetDateTime.now().minus(patience));
    }
}
