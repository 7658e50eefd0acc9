package dev.remotesupport.chat.message;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.chat.attachment.Attachments;
import dev.remotesupport.chat.masking.Masking;
import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.contracts.Seat;
import dev.remotesupport.contracts.chat.Attachment;
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
    private final Attachments attachments;
    private final Masking masking;
    private final MeterRegistry meters;
    private final Timer stored;

    PostMessage(MessageWriter writer, Attachments attachments, Masking masking, MeterRegistry meters) {
        this.writer = writer;
        this.attachments = attachments;
        this.masking = masking;
        this.meters = meters;
        this.stored = Timer.builder("remote_support.chat.post")
                .description("From a message's arrival to the commit that stores it")
                .publishPercentileHistogram()
                .register(meters);
    }

    /**
     * Stores the message once, however often it is sent under the same {@code clientMessageId}. Never fails: what goes wrong is
     * an outcome too.
     */
    public Uni<Outcome> post(UUID conversation, Caller caller, Seat seat, Draft draft) {
        var arrived = Timer.start();
        return Uni.createFrom()
                .deferred(() -> {
                    check(draft, caller);
                    return draft.attachmentId() == null
                            ? write(conversation, caller, seat, draft, null)
                            : writeWithFile(conversation, caller, seat, draft);
                })
                .onFailure()
                .recoverWithItem(PostMessage::refusal)
                .invoke(outcome -> count(outcome, arrived));
    }

    private static void check(Draft draft, Caller caller) {
        if (draft.internal() && caller.kind() != CallerKind.STAFF) {
            throw new ProblemException(ChatProblem.NOTE_NOT_ALLOWED, "Leave internal out.");
        }
        if ((draft.type() == MessageType.TEXT) != (draft.attachmentId() == null)) {
            throw new ProblemException(
                    ChatProblem.ATTACHMENT_NEEDED,
                    "Send messageType file or image with its attachmentId, or text without.");
        }
    }

    /** What is refused gives its file back; of what failed nobody knows, so its file stays. */
    private Uni<Outcome> writeWithFile(UUID conversation, Caller caller, Seat seat, Draft draft) {
        return attachments
                .claim(draft.attachmentId(), conversation, caller, draft.type(), draft.internal())
                .chain(attachment -> write(conversation, caller, seat, draft, attachment))
                .call(outcome -> outcome instanceof Outcome.Refused
                        ? attachments.release(caller.organisationId(), draft.attachmentId())
                        : Uni.createFrom().voidItem());
    }

    /** Nothing else sees the text before it is masked. */
    private Uni<Outcome> write(UUID conversation, Caller caller, Seat seat, Draft draft, Attachment attachment) {
        var organisation = caller.organisationId();
        return masking.mask(organisation, MessageText.clean(draft.text()))
                .chain(masked -> writer.write(
                        organisation,
                        new NewMessage(
                                conversation,
                                new Sender(caller.kind(), caller.id(), caller.name(), seat),
                                draft.type(),
                                masked.text(),
                                draft.clientMessageId(),
                                attachment,
                                draft.internal(),
                                masked.anything())));
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
