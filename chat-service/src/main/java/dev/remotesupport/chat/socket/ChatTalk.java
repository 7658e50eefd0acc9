package dev.remotesupport.chat.socket;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.chat.conversation.Conversation;
import dev.remotesupport.chat.message.Draft;
import dev.remotesupport.chat.message.MessageHistory;
import dev.remotesupport.chat.message.MessageHistory.Notes;
import dev.remotesupport.chat.message.Outcome;
import dev.remotesupport.chat.message.PostMessage;
import dev.remotesupport.chat.room.Rooms;
import dev.remotesupport.chat.room.Viewer;
import dev.remotesupport.contracts.CloseCode;
import dev.remotesupport.contracts.Protocol;
import dev.remotesupport.contracts.chat.ChatFromClient;
import dev.remotesupport.contracts.chat.ChatFromServer;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.contracts.chat.MessageType;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.caller.Callers;
import dev.remotesupport.platform.problem.PostgresFailures;
import dev.remotesupport.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** What the server does about each frame of a client. */
@ApplicationScoped
class ChatTalk {

    private static final Logger LOG = Logger.getLogger(ChatTalk.class);

    private final Admission admission;
    private final Rooms rooms;
    private final PostMessage postMessage;
    private final MessageHistory history;
    private final Callers callers;
    private final OpenClients clients;
    private final ChatConfig config;

    ChatTalk(
            Admission admission,
            Rooms rooms,
            PostMessage postMessage,
            MessageHistory history,
            Callers callers,
            OpenClients clients,
            ChatConfig config) {
        this.admission = admission;
        this.rooms = rooms;
        this.postMessage = postMessage;
        this.history = history;
        this.callers = callers;
        this.clients = clients;
        this.config = config;
    }

    void opened(ChatClient client) {
        clients.awaitHello(client, config.socket().hello());
    }

    Uni<Void> hello(ChatClient client, ChatFromClient.Hello hello) {
        client.greet();
        if (!Protocol.speaks(hello.protocol())) {
            client.link().close(CloseCode.UNEXPECTED, "a protocol that is not spoken here");
            return Uni.createFrom().voidItem();
        }
        return admission
                .admit(client.caller(), client.token())
                .chain(admitted -> admitted.map(conversation -> enter(client, conversation, hello.after()))
                        .orElseGet(() -> replayed(client)))
                .onFailure()
                .recoverWithUni(failure -> cannotOpen(client, failure));
    }

    private static Uni<Void> cannotOpen(ChatClient client, Throwable failure) {
        switch (failure) {
            case ProblemException refused
            when refused.kind() == ChatProblem.NOT_A_PARTICIPANT ->
                client.link().close(CloseCode.FORBIDDEN, "somebody else has the conversation now, or nobody");
            case ProblemException refused
            when refused.kind() == ChatProblem.CONVERSATION_UNKNOWN ->
                client.link().close(CloseCode.SESSION_UNKNOWN, "the session service does not know it");
            default -> {
                if (!(failure instanceof ProblemException) && !PostgresFailures.isTransient(failure)) {
                    LOG.error("conversation not opened", failure);
                }
                client.link().close(CloseCode.SHUTTING_DOWN, "the conversation cannot be opened now");
            }
        }
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> replayed(ChatClient client) {
        client.link().close(CloseCode.TOKEN, "replayed");
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> enter(ChatClient client, Conversation conversation, Long after) {
        clients.entered(client);
        var from = after == null ? conversation.last() : Math.min(after, conversation.last());
        var welcome = new ChatFromServer.Welcome(
                Protocol.VERSION, conversation.id(), client.binding().participantId(), conversation.last());
        return client.link().reply(welcome).invoke(() -> {
            var viewer = Viewer.of(client.caller(), client.binding().seat());
            client.link().onDoubt(() -> askAgain(client));
            client.feed(rooms.enter(conversation, viewer, from, client.link()));
            if (client.link().isClosed()) {
                // It closed before it had a feed to leave.
                closed(client);
            }
        });
    }

    /** Whoever led the one who has the conversation may do so no more; of teams only the session service knows. */
    private void askAgain(ChatClient client) {
        var unused = admission
                .confirm(client.caller(), client.token())
                .subscribe()
                .with(still -> {}, failure -> {
                    if (client.feed() != null) {
                        rooms.leave(client.feed());
                    }
                    var unusedEnd = cannotOpen(client, failure);
                });
    }

    /** Does not wait for the outcome: the next message of the same socket may share its transaction. */
    Uni<Void> send(ChatClient client, ChatFromClient.ChatSend send) {
        if (!client.beginSend(config.socket().outstanding())) {
            return refuse(client, send.clientMessageId(), ChatProblem.TOO_FAST);
        }
        var unused = postMessage
                .post(client.conversation(), client.caller(), client.binding().seat(), draft(send))
                .chain(outcome -> client.link().reply(answer(send.clientMessageId(), outcome)))
                .onTermination()
                .invoke(client::endSend)
                .subscribe()
                .with(answered -> {}, gone -> {});
        return Uni.createFrom().voidItem();
    }

    private static Draft draft(ChatFromClient.ChatSend send) {
        return new Draft(
                send.text(),
                send.messageType() == null ? MessageType.TEXT : send.messageType(),
                send.attachmentId(),
                Boolean.TRUE.equals(send.internal()),
                send.clientMessageId());
    }

    Uni<Void> typing(ChatClient client) {
        if (client.feed() != null && client.mayType(config.socket().typing())) {
            rooms.typing(client.feed(), client.caller().name());
        }
        return Uni.createFrom().voidItem();
    }

    Uni<Void> read(ChatClient client, ChatFromClient.ChatRead read) {
        if (client.feed() != null) {
            rooms.read(client.feed(), read.sequence());
        }
        return Uni.createFrom().voidItem();
    }

    private static ChatFromServer answer(String clientMessageId, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> accepted(clientMessageId, accepted.message());
            case Outcome.Repeated repeated -> accepted(clientMessageId, repeated.message());
            case Outcome.Refused refused -> refused(clientMessageId, refused.problem());
        };
    }

    private static ChatFromServer accepted(String clientMessageId, ChatMessage message) {
        return new ChatFromServer.ChatAccepted(clientMessageId, message.id(), message.sequence(), message.at());
    }

    private static ChatFromServer refused(String clientMessageId, ChatProblem problem) {
        return new ChatFromServer.ChatRefused(clientMessageId, problem.code(), problem.title());
    }

    private static Uni<Void> refuse(ChatClient client, String clientMessageId, ChatProblem problem) {
        return client.link().reply(refused(clientMessageId, problem));
    }

    Uni<Void> fetch(ChatClient client, ChatFromClient.ChatFetch fetch) {
        return history.after(
                        client.caller().organisationId(),
                        client.conversation(),
                        fetch.after(),
                        config.room().page(),
                        Notes.SHOWN)
                .chain(page -> {
                    long through =
                            page.isEmpty() ? fetch.after() : page.getLast().sequence();
                    return client.link().messages(visible(page, client), through, through);
                })
                .onFailure()
                .recoverWithUni(() -> problem(client, ChatProblem.UNAVAILABLE, "chat.fetch"));
    }

    /** Notes are read too and left out here, so that the client learns how far it is complete. */
    private static List<ChatMessage> visible(List<ChatMessage> page, ChatClient client) {
        return Notes.forCaller(client.caller()) == Notes.SHOWN
                ? page
                : page.stream().filter(message -> !message.forStaffAlone()).toList();
    }

    Uni<Void> renew(ChatClient client, ChatFromClient.TokenRenew renew) {
        return callers.verify(renew.token()).onItemOrFailure().transformToUni((renewed, failure) -> {
            if (failure != null) {
                client.link().close(CloseCode.TOKEN, "renewed with a token that is not valid");
                return Uni.createFrom().voidItem();
            }
            return renewed(client, renewed, renew.token());
        });
    }

    private Uni<Void> renewed(ChatClient client, Caller renewed, String token) {
        if (!client.isSamePerson(renewed)) {
            client.link().close(CloseCode.FORBIDDEN, "renewed with the token of somebody else");
            return Uni.createFrom().voidItem();
        }
        client.renew(renewed, token);
        clients.awaitExpiry(client);
        return client.link().reply(new ChatFromServer.TokenRenewed(renewed.expiresAt()));
    }

    Uni<Void> ping(ChatClient client) {
        return client.link().reply(new ChatFromServer.Pong());
    }

    Uni<Void> tooFast(ChatClient client, ChatFromClient frame) {
        return frame instanceof ChatFromClient.ChatSend send
                ? refuse(client, send.clientMessageId(), ChatProblem.TOO_FAST)
                : problem(client, ChatProblem.TOO_FAST, null);
    }

    private static Uni<Void> problem(ChatClient client, ChatProblem problem, String about) {
        return client.link()
                .reply(new ChatFromServer.Problem(
                        problem.code(), problem.title(), "", UUID.randomUUID().toString(), about));
    }

    void closed(ChatClient client) {
        clients.closed(client);
        if (client.feed() != null) {
            rooms.leave(client.feed());
        }
    }
}
