package dev.remotesupport.chat.conversation;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The door to conversations: finds one, or opens it on first use, for callers who take part in it. */
@ApplicationScoped
public class Conversations {

    private final Tenancy tenancy;
    private final ConversationStore store;
    private final SessionService sessions;

    Conversations(Tenancy tenancy, ConversationStore store, @RestClient SessionService sessions) {
        this.tenancy = tenancy;
        this.store = store;
        this.sessions = sessions;
    }

    /**
     * Lets a caller in. What this service knows decides; where it does not suffice, the session service is asked with the
     * caller's own token.
     *
     * @throws ProblemException 403 {@code not-a-participant}, 404 {@code conversation-unknown}, 503 when the session service is needed
     *     and away
     */
    public Uni<Conversation> enter(UUID id, Caller caller, String token) {
        if (ConversationPolicy.isBoundTo(caller, id)) {
            return tenancy.inTransaction(caller.organisationId(), connection -> open(connection, caller))
                    .chain(conversation -> confirm(conversation, caller, token));
        }
        if (caller.participant().isPresent() || caller.organisation().isEmpty()) {
            return refuse();
        }
        return tenancy.inTransaction(caller.organisationId(), connection -> store.find(connection, id))
                .chain(known -> known.filter(conversation -> ConversationPolicy.takesPart(caller, conversation))
                        .map(conversation -> Uni.createFrom().item(conversation))
                        .orElseGet(() -> askSessionService(id, caller, token)));
    }

    /**
     * Lets in whoever holds a participant's token for the conversation. Only where the token may have outlived a transfer is the
     * session service asked, as it knows of the newest, and of teams.
     *
     * @throws ProblemException as {@link #enter}
     */
    public Uni<Conversation> confirm(Conversation conversation, Caller caller, String token) {
        return ConversationPolicy.mayHaveLost(caller, conversation)
                ? askSessionService(conversation.id(), caller, token)
                : Uni.createFrom().item(conversation);
    }

    /** The side of the conversation that a caller writes from. */
    public Seat seat(Caller caller) {
        return ConversationPolicy.seat(caller);
    }

    /** Finds or opens the conversation that a participant's token is bound to. */
    public Uni<Conversation> open(SqlConnection connection, Caller caller) {
        var binding = caller.participant().orElseThrow();
        var customer = binding.seat() == Seat.CUSTOMER ? Optional.of(caller.id()) : Optional.<String>empty();
        return store.find(connection, binding.sessionId())
                .chain(known -> known.filter(conversation ->
                                customer.isEmpty() || conversation.customer().isPresent())
                        .map(conversation -> Uni.createFrom().item(conversation))
                        .orElseGet(() -> store.learn(
                                connection,
                                new SessionFacts(
                                        binding.sessionId(),
                                        caller.organisationId(),
                                        0,
                                        customer,
                                        Optional.empty(),
                                        false,
                                        Optional.empty()))));
    }

    private Uni<Conversation> askSessionService(UUID id, Caller caller, String token) {
        return sessions.find("Bearer " + token, id)
                .onFailure()
                .transform(Conversations::asProblem)
                .chain(session -> tenancy.inTransaction(
                        caller.organisationId(),
                        connection -> store.learn(connection, facts(session, caller.organisationId()))))
                .chain(conversation -> ConversationPolicy.takesPartInSeen(caller, conversation)
                        ? Uni.createFrom().item(conversation)
                        : refuse());
    }

    private static SessionFacts facts(SessionService.Session session, UUID organisation) {
        return new SessionFacts(
                session.id(),
                organisation,
                session.version(),
                Optional.ofNullable(session.customer()).map(SessionService.Person::id),
                Optional.ofNullable(session.staff()).map(SessionService.Person::id),
                true,
                Optional.ofNullable(session.endedAt()));
    }

    private static Throwable asProblem(Throwable failure) {
        var status = failure instanceof WebApplicationException web
                ? web.getResponse().getStatus()
                : 0;
        return switch (status) {
            case 404 -> new ProblemException(ChatProblem.CONVERSATION_UNKNOWN, "No session of yours has this id.");
            case 401, 403 -> notAParticipant();
            default ->
                new ProblemException(PlatformProblem.UNAVAILABLE, "The session cannot be checked now. Try again.");
        };
    }

    private static Uni<Conversation> refuse() {
        return Uni.createFrom().failure(notAParticipant());
    }

    private static ProblemException notAParticipant() {
        return new ProblemException(
                ChatProblem.NOT_A_PARTICIPANT,
                "Only the customer, the assigned technician and who leads them take part in it.");
    }
}
