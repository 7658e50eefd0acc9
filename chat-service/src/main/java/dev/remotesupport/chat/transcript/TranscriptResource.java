package dev.remotesupport.chat.transcript;

import dev.remotesupport.chat.conversation.Conversations;
import dev.remotesupport.chat.mail.MailTexts;
import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A conversation by mail. */
@Path("/api/support/chat/{id}/transcript")
@Authenticated
@Tag(name = "Mail")
class TranscriptResource {

    private final Conversations conversations;
    private final FindRecipient recipients;
    private final SendTranscript transcripts;
    private final CurrentCaller caller;
    private final JsonWebToken token;

    TranscriptResource(
            Conversations conversations,
            FindRecipient recipients,
            SendTranscript transcripts,
            CurrentCaller caller,
            JsonWebToken token) {
        this.conversations = conversations;
        this.recipients = recipients;
        this.transcripts = transcripts;
        this.caller = caller;
        this.token = token;
    }

    /** Where to, and in which language. */
    record Wanted(
            @Email
            @Size(max = 254)
            @Schema(
                    description =
                            "Staff and systems name any; a customer's can only be the own one. Left out, it goes to the customer.",
                    examples = "maya@example.com")
            String email,

            @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
            @Size(max = 35)
            @Schema(
                    description =
                            "Of the mail, en or de. Left out, a customer's by Accept-Language, another's as the mails are set.",
                    examples = "en")
            String language) {}

    /** Where it goes. */
    record OnItsWay(
            @Schema(
                    description = "Masked where it is the customer's and the caller's role does not see it whole.",
                    examples = "maya@example.com")
            String to) {}

    @POST
    @ResponseStatus(202)
    @Operation(
            summary = "Have a conversation sent by mail",
            description =
                    "As text and HTML, at most the newest 1,000 messages, never an internal note. For its customer, to the"
                            + " own address; for the assigned technician, team leads and above, and API keys.")
    @APIResponse(responseCode = "202", description = "It is on its way; while the mail server is away it waits.")
    @APIResponse(responseCode = "400", description = "address-missing: no address is known, or invalid.")
    @APIResponse(responseCode = "403", description = "not-a-participant, or address-not-yours.")
    @APIResponse(responseCode = "404", description = "conversation-unknown")
    @APIResponse(responseCode = "409", description = "mail-off: this installation has no mail server.")
    @APIResponse(responseCode = "429", description = "too-many-transcripts: five in an hour.")
    public Uni<OnItsWay> send(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String accepted,
            @Valid Wanted body) {
        var wanted = body == null ? new Wanted(null, null) : body;
        return conversations
                .enter(id, caller.get(), token.getRawToken())
                .chain(conversation -> recipients
                        .of(conversation, caller.get(), token.getRawToken(), wanted.email())
                        .chain(to -> recipients
                                .language(caller.get(), wanted.language(), accepted)
                                .chain(language -> transcripts.send(conversation, to.address(), MailTexts.of(language)))
                                .replaceWith(new OnItsWay(to.shown()))));
    }
}
