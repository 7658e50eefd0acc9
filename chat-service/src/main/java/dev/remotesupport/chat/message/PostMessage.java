package dev.remotesupport.chat.message;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.MessageType;
import dev.remotesupport.contracts.chat.Sender;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.PostgresFailures;
import dev.remotesupport.platform.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Posts a message of somebody who has been let into the conversation. */
@ApplicationScoped
public class PostMessage {

    private static final Logger LOG = Logger.getLogger(PostMessage.class);

    private final MessageWriter writer;
    private final MeterRegistry meters;
    private final Timer stored;

    PostMessage(MessageWriter writer, MeterRegistry meters) {
        this.writer = writer;
        this.meters = meters;
        this.stored = Timer.builder("remote_support.chat.post")
                .description("From a message's arrival to the commit that stores it")
                .publishPercentileHistogram()
                .register(meters);
    }

    /**
     * Stores the message once, however often it is sent under the same {@code clientMessageId}. Never fails: what goes wrong is
     * an outcome too.
     *
     * @param clientMessageId the sender's own name for it, or null if it gave none
     */
    public Uni<Outcome> post(UUID conversation, Caller caller, Seat seat, String text, String clientMessageId) {
        var arrived = Timer.start();
        return Uni.createFrom()
                .deferred(() -> writer.write(
                        caller.organisationId(),
                        new NewMessage(
                                conversation,
                                new Sender(caller.kind(), caller.id(), caller.name(), seat),
                                MessageType.TEXT,
                                MessageText.clean(text),
                                clientMessageId)))
                .onFailure()
                .recoverWithItem(PostMessage::refusal)
                .invoke(outcome -> count(outcome, arrived));
    }

    private static Outcome refusal(Throwable failure) {
        if (failure instanceof ProblemException problem && problem.kind() instanceof ChatProblem known) {
            return new Outcome.Refused(known);
        }
        if (!PostgresFailures.isTransient(failure)) {
            LOG.error("message not stored", failure);
        }
        return new Outcome.Refused(ChatProblem.UNAVAILABLE);
    }

    private void count(Outcome outcome, Timer.Sample arrived) {
        switch (outcome) {
            case Outcome.Accepted accepted -> {
                var unused = arrived.stop(stored);
                meters.counter("remote_support.chat.messages", "outcome", "accepted")
                        .increment();
            }
            case Outcome.Repeated repeated ->
                meters.counter("remote_support.chat.messages", "outcome", "repeated")
                        .increment();
            case Outcome.Refused refused ->
                meters.counter(
                                "remote_support.chat.messages",
                                "outcome",
                                refused.problem().code())
                        .increment();
        }
    }
}
