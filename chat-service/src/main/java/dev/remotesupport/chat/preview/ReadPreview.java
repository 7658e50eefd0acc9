package dev.remotesupport.chat.preview;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.chat.message.MessageHistory;
import dev.remotesupport.chat.message.MessageHistory.Notes;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.PlatformProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The end of a conversation that waits. Who may see it, the session service says each time, as it changes while one looks. */
@ApplicationScoped
class ReadPreview {

    /** Enough to see what it is about; the whole is for who takes it. */
    private static final int MOST = 10;

    private final QueueService queue;
    private final MessageHistory history;

    ReadPreview(@RestClient QueueService queue, MessageHistory history) {
        this.queue = queue;
        this.history = history;
    }

    /**
     * Oldest first; empty while nothing is written.
     *
     * @throws ProblemException 403 {@code not-a-participant}, 404 {@code conversation-unknown}, 503 when the session service is away
     */
    Uni<List<ChatMessage>> of(UUID id, Caller caller, String token) {
        return queue.candidate("Bearer " + token, id)
                .onFailure()
                .transform(ReadPreview::asProblem)
                .chain(() -> history.before(caller.organisationId(), id, Long.MAX_VALUE, MOST, Notes.SHOWN));
    }

    private static Throwable asProblem(Throwable failure) {
        var status = failure instanceof WebApplicationException web
                ? web.getResponse().getStatus()
                : 0;
        return switch (status) {
            case 404 -> new ProblemException(ChatProblem.CONVERSATION_UNKNOWN, "No session of yours has this id.");
            case 401, 403 ->
                new ProblemException(
                        ChatProblem.NOT_A_PARTICIPANT,
                        "It waits for a team or a skill that you do not have, or waits no more.");
            default -> new ProblemException(PlatformProblem.UNAVAILABLE, "The queue cannot be checked now. Try again.");
        };
    }
}
