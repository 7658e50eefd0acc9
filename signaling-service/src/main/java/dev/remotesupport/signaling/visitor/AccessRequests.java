package dev.remotesupport.signaling.visitor;

import dev.remotesupport.contracts.visitor.VisitorFromServer;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.signaling.SignalingConfig;
import dev.remotesupport.signaling.relay.RelayRule;
import dev.remotesupport.signaling.socket.Refusal;
import dev.remotesupport.signaling.visitor.MeetingApi.Meeting;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * A technician asks, on whatever replica; the visitor's tabs hear of it on theirs, which look twice a second while somebody is
 * connected; the first answer counts.
 */
@ApplicationScoped
class AccessRequests {

    private static final Logger LOG = Logger.getLogger(AccessRequests.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int FORGET_EVERY = 240;

    private final AccessStore store;
    private final VisitStore visitStore;
    private final Visits visits;
    private final MeetingApi sessions;
    private final SignalingConfig config;
    private final Vertx vertx;
    private long timer;
    private int looks;
    private volatile boolean looking;

    @Inject
    AccessRequests(
            AccessStore store,
            VisitStore visitStore,
            Visits visits,
            @RestClient MeetingApi sessions,
            SignalingConfig config,
            Vertx vertx) {
        this.store = store;
        this.visitStore = visitStore;
        this.visits = visits;
        this.sessions = sessions;
        this.config = config;
        this.vertx = vertx;
    }

    /** What came of asking: a request, or a session that the visitor is in already. */
    record Asked(Optional<AccessRequest> request, Optional<Meeting> meeting) {}

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(LOOK.toMillis(), id -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    Uni<Asked> ask(Caller staff, String authorization, UUID visitor, String reason) {
        return visitStore
                .live(staff.organisationId(), Optional.empty(), Optional.of(visitor), 1)
                .invoke(found -> {
                    if (found.items().isEmpty()) {
                        throw VisitorProblem.VISITOR_GONE.because("Look at the list again.");
                    }
                })
                .chain(() -> sessions.openOf(visitor, authorization))
                .onFailure(AccessRequests::isOfSessions)
                .transform(failure -> VisitorProblem.UNAVAILABLE.because("Try again after a moment."))
                .chain(meeting -> meeting.open()
                        ? Uni.createFrom().item(new Asked(Optional.empty(), Optional.of(meeting)))
                        : store.ask(staff, visitor, reason, config.answerWithin())
                                .map(made -> new Asked(
                                        Optional.of(made.orElseThrow(() -> VisitorProblem.ALREADY_ASKED.because(
                                                "A colleague asks at this moment."))),
                                        Optional.empty())));
    }

    Uni<AccessRequest> find(Caller staff, UUID id) {
        return store.find(staff, id)
                .map(found -> found.orElseThrow(
                        () -> VisitorProblem.REQUEST_UNKNOWN.because("You have asked nothing by this id.")));
    }

    /** Nothing but a Yes on the page begins anything. */
    Uni<Void> answer(Visit visit, UUID id, boolean allowed) {
        if (!visit.isAsked(id)) {
            visit.client().refuse(Refusal.REQUEST_UNKNOWN, "You were not asked.", RelayRule.VISITOR);
            return Uni.createFrom().voidItem();
        }
        return store.answer(visit.organisation(), id, visit.visitor(), allowed)
                .chain(found -> found.map(request ->
                                request.isClosed() ? Uni.createFrom().item(Optional.of(request)) : open(visit, request))
                        .orElseGet(() -> {
                            visit.client()
                                    .refuse(Refusal.REQUEST_UNKNOWN, "It ran out or was answered.", RelayRule.VISITOR);
                            return Uni.createFrom().item(Optional.empty());
                        }))
                .invoke(closed -> closed.ifPresent(this::tellClosed))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("answer not stored failure=%s", failure);
                    visit.client().refuse(Refusal.NOT_STORED, "Your answer did not take effect.", RelayRule.VISITOR);
                    return Optional.empty();
                })
                .replaceWithVoid();
    }

    private Uni<Optional<AccessRequest>> open(Visit visit, AccessRequest request) {
        var shown = visit.shown();
        var yes = new MeetingApi.Consented(
                request.staff(), request.staffName(), request.reason(), shown.url(), shown.title());
        return sessions.begin(visit.client().authorization(), yes)
                .chain(meeting -> store.close(
                        visit.organisation(), request.id(), AccessRequest.ALLOWED, meeting.sessionId(), null))
                .onFailure(AccessRequests::isOfSessions)
                .recoverWithUni(failure ->
                        store.close(visit.organisation(), request.id(), AccessRequest.FAILED, null, why(failure)));
    }

    /** In the words of both sides: neither can do anything about it here. */
    private static String why(Throwable failure) {
        int status = failure instanceof WebApplicationException answer
                ? answer.getResponse().getStatus()
                : 0;
        return switch (status) {
            case 402 -> "As many pages are shared already as the plan includes. Nothing was shown.";
            case 409 -> "Somebody else helps on this page already. Nothing was shown.";
            default -> {
                LOG.warnf("session not begun failure=%s", failure);
                yield "The session could not begin. Nothing was shown; try again.";
            }
        };
    }

    private static boolean isOfSessions(Throwable failure) {
        return failure instanceof WebApplicationException || failure instanceof ProcessingException;
    }

    private void look() {
        if (++looks % FORGET_EVERY == 0) {
            store.forget().subscribe().with(done -> {}, failure -> LOG.warnf("requests kept failure=%s", failure));
        }
        if (looking || visits.all().isEmpty()) {
            return;
        }
        looking = true;
        store.openOr(asked())
                .onTermination()
                .invoke(() -> looking = false)
                .subscribe()
                .with(this::tell, failure -> LOG.warnf("requests not read failure=%s", failure));
    }

    /** What tabs here are being asked. */
    private Set<UUID> asked() {
        var all = new HashSet<UUID>();
        visits.all().forEach(visit -> all.addAll(visit.asked()));
        return all;
    }

    private void tell(List<AccessRequest> requests) {
        for (var request : requests) {
            if (request.isClosed()) {
                tellClosed(request);
            } else if (request.state().equals(AccessRequest.OPEN)) {
                visits.of(request.visitor()).stream()
                        .filter(visit -> visit.ask(request.id()))
                        .forEach(visit -> visit.client()
                                .send(VisitorSocket.frame(new VisitorFromServer.AccessRequested(
                                        request.id(), request.staffName(), request.reason(), request.expiresAt()))));
            }
        }
    }

    private void tellClosed(AccessRequest request) {
        visits.of(request.visitor()).stream()
                .filter(visit -> visit.answered(request.id()))
                .forEach(visit -> visit.client()
                        .send(VisitorSocket.frame(new VisitorFromServer.AccessClosed(
                                request.id(),
                                request.state(),
                                request.session().orElse(null),
                                request.detail().orElse(null)))));
    }
}
