package dev.remotesupport.chat.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.chat.conversation.Conversation;
import dev.remotesupport.chat.conversation.Conversations;
import dev.remotesupport.chat.message.MessageHistory.Notes;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.chat.ChatMessage;
import dev.remotesupport.contracts.chat.MessageType;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Messages over REST, for systems that keep no socket open. */
@Path("/api/support/chat")
@Authenticated
@Tag(name = "Chat")
public class MessageResource {

    private final Conversations conversations;
    private final PostMessage postMessage;
    private final MessageHistory history;
    private final CurrentCaller caller;
    private final JsonWebToken token;

    MessageResource(
            Conversations conversations,
            PostMessage postMessage,
            MessageHistory history,
            CurrentCaller caller,
            JsonWebToken token) {
        this.conversations = conversations;
        this.postMessage = postMessage;
        this.history = history;
        this.caller = caller;
        this.token = token;
    }

    /** A message to post. */
    record Post(
            @NotNull @Schema(description = "The session, which is also the conversation.")
            UUID sessionId,

            @NotNull @Size(min = 1, max = Limits.MESSAGE_TEXT) @Schema(examples = "My card was charged twice.")
            String message,

            @Schema(
                    description = "text, or file or image with an attachmentId.",
                    defaultValue = "text",
                    examples = "text",
                    implementation = MessageType.class)
            String messageType,

            @Schema(description = "What the caller uploaded to this conversation before; for a file or image only.")
            UUID attachmentId,

            @Schema(description = "A note for staff alone; refused from everybody else.", examples = "false")
            Boolean internal,

            @Size(min = 1, max = Limits.CLIENT_MESSAGE_ID)
            @Pattern(regexp = "[A-Za-z0-9_-]+")
            @Schema(
                    description = "The sender's own name for the message: sent again, it is stored once.",
                    examples = "c0ffee-1")
            String clientMessageId) {}

    /** Where a message was stored. */
    record Posted(UUID id, @Schema(examples = "17") long sequence, Instant at) {}

    /** A part of a conversation, oldest first; {@code last} is the sequence of its newest message. */
    record Page(
            @JsonInclude List<ChatMessage> items,
            @Schema(examples = "17") long last) {}

    @POST
    @Path("/message")
    @ResponseStatus(201)
    @Operation(
            summary = "Post a message",
            description = "For the session's customer, the assigned technician, who leads them, and API keys.")
    @APIResponse(responseCode = "201", description = "Stored, and on its way to everybody in the conversation.")
    @APIResponse(
            responseCode = "403",
            description = "not-a-participant, or note-not-allowed: notes are written by staff alone.")
    @APIResponse(
            responseCode = "400",
            description =
                    "text-not-allowed, type-not-supported, attachment-needed: a file or image needs its attachment.")
    @APIResponse(responseCode = "404", description = "conversation-unknown, attachment-unknown")
    @APIResponse(responseCode = "409", description = "session-ended: the session takes no more messages.")
    @APIResponse(
            responseCode = "503",
            description = "unavailable: not stored; try again with the same clientMessageId.")
    public Uni<Posted> post(@Valid @NotNull Post body) {
        var draft = new Draft(
                body.message(),
                type(body.messageType()),
                body.attachmentId(),
                Boolean.TRUE.equals(body.internal()),
                body.clientMessageId());
        return conversations
                .enter(body.sessionId(), caller.get(), token.getRawToken())
                .chain(conversation ->
                        postMessage.post(conversation.id(), caller.get(), conversations.seat(caller.get()), draft))
                .map(MessageResource::posted);
    }

    private static MessageType type(String wire) {
        try {
            return wire == null ? MessageType.TEXT : MessageType.of(wire);
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(ChatProblem.TYPE_NOT_SUPPORTED, "Send messageType text, file or image.");
        }
    }

    private static Posted posted(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> posted(accepted.message());
            case Outcome.Repeated repeated -> posted(repeated.message());
            case Outcome.Refused refused ->
                throw new ProblemException(refused.problem(), refused.problem().title());
        };
    }

    private static Posted posted(ChatMessage message) {
        return new Posted(message.id(), message.sequence(), message.at());
    }

    @GET
    @Path("/{id}/messages")
    @Operation(
            summary = "Read a conversation",
            description =
                    "Oldest first. Page forward with after = the last sequence you have, backward with before = the first one."
                            + " Without either it begins at the beginning. Notes for staff are left out for everybody else.")
    @APIResponse(responseCode = "200", description = "A page; empty when there is nothing further.")
    @APIResponse(responseCode = "403", description = "not-a-participant")
    @APIResponse(responseCode = "404", description = "conversation-unknown")
    public Uni<Page> messages(
            @PathParam("id") UUID id,
            @QueryParam("after") @Min(0) @Parameter(example = "0") Long after,
            @QueryParam("before") @Min(1) Long before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return conversations
                .enter(id, caller.get(), token.getRawToken())
                .chain(conversation -> page(conversation, after, before, limit));
    }

    private Uni<Page> page(Conversation conversation, Long after, Long before, int limit) {
        var notes = Notes.forCaller(caller.get());
        var page = before == null
                ? history.after(conversation.organisation(), conversation.id(), after == null ? 0 : after, limit, notes)
                : history.before(conversation.organisation(), conversation.id(), before, limit, notes);
        return page.map(messages -> new Page(
                messages,
                messages.isEmpty()
                        ? conversation.last()
                        : Math.max(conversation.last(), messages.getLast().sequence())));
    }
}
