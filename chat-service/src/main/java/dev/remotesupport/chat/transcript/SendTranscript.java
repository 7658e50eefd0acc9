package dev.remotesupport.chat.transcript;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.chat.conversation.Conversation;
import dev.remotesupport.chat.mail.MailBox;
import dev.remotesupport.chat.mail.MailTexts;
import dev.remotesupport.chat.mail.OutgoingMail;
import dev.remotesupport.chat.message.MessageHistory;
import dev.remotesupport.chat.message.MessageHistory.Notes;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.platform.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Puts a conversation into the mail. */
@ApplicationScoped
class SendTranscript {

    private static final String KIND = "transcript:";

    /** Newest messages of a transcript at the most: a mail of more is read by nobody and refused by servers. */
    private static final int MOST_MESSAGES = 1000;

    private static final int PAGE = 200;

    private final MessageHistory history;
    private final Transcript transcript;
    private final MailBox box;
    private final Tenancy tenancy;

    SendTranscript(MessageHistory history, Transcript transcript, MailBox box, Tenancy tenancy) {
        this.history = history;
        this.transcript = transcript;
        this.box = box;
        this.tenancy = tenancy;
    }

    /** @throws ProblemException 409 {@code mail-off}, 429 {@code too-many-transcripts} */
    Uni<Void> send(Conversation conversation, String to, MailTexts texts) {
        if (!box.isOpen()) {
            throw new ProblemException(ChatProblem.MAIL_OFF, "Ask who runs it to set a mail server up.");
        }
        long omitted = Math.max(0, conversation.last() - MOST_MESSAGES);
        return read(conversation, omitted, new ArrayList<>())
                .map(messages -> mail(conversation, to, messages, omitted, texts))
                .chain(mail -> tenancy.inTransaction(
                        conversation.organisation(), connection -> post(connection, conversation, mail)));
    }

    private Uni<List<ChatMessage>> read(Conversation conversation, long after, List<ChatMessage> soFar) {
        return history.after(conversation.organisation(), conversation.id(), after, PAGE, Notes.HIDDEN)
                .chain(page -> {
                    soFar.addAll(page);
                    return page.size() < PAGE || soFar.size() >= MOST_MESSAGES
                            ? Uni.createFrom().item(soFar)
                            : read(conversation, page.getLast().sequence(), soFar);
                });
    }

    private OutgoingMail mail(
            Conversation conversation, String to, List<ChatMessage> messages, long omitted, MailTexts texts) {
        return new OutgoingMail(
                KIND + UUID.randomUUID(),
                conversation.organisation(),
                conversation.id(),
                List.of(to),
                texts.get("transcript.subject"),
                transcript.text(conversation.id(), messages, omitted, texts),
                transcript.html(conversation.id(), messages, omitted, texts));
    }

    private Uni<Void> post(SqlConnection connection, Conversation conversation, OutgoingMail mail) {
        return box.recent(connection, conversation.id(), KIND).chain(sent -> {
            if (sent >= box.mostTranscripts()) {
                throw new ProblemException(ChatProblem.TOO_MANY_TRANSCRIPTS, "Try again in an hour.");
            }
            return box.post(connection, mail);
        });
    }
}
