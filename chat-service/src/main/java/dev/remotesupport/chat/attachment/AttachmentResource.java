package dev.remotesupport.chat.attachment;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.chat.conversation.Conversations;
import dev.remotesupport.chat.inspection.Inspection;
import dev.remotesupport.chat.inspection.Preview;
import dev.remotesupport.contracts.chat.Attachment;
import dev.remotesupport.platform.caller.CurrentCaller;
import dev.remotesupport.platform.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestMulti;

/** Files of a conversation: uploaded before their message is sent, fetched by who takes part. */
@Path("/api/support/chat/{id}/attachments")
@Authenticated
@Tag(name = "Chat")
public class AttachmentResource {

    private final Conversations conversations;
    private final UploadAttachment uploads;
    private final AttachmentStore store;
    private final DownloadLane lane;
    private final ChatConfig config;
    private final CurrentCaller caller;
    private final JsonWebToken token;

    AttachmentResource(
            Conversations conversations,
            UploadAttachment uploads,
            AttachmentStore store,
            DownloadLane lane,
            ChatConfig config,
            CurrentCaller caller,
            JsonWebToken token) {
        this.conversations = conversations;
        this.uploads = uploads;
        this.store = store;
        this.lane = lane;
        this.config = config;
        this.caller = caller;
        this.token = token;
    }

    /** On a worker, as the body is read there when its sender may write; the event loop waits for nobody. */
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(201)
    @Operation(
            summary = "Upload a file",
            description =
                    "The body is the file, at most 10 MB; what it is, is found by looking into it. Then send a message of"
                            + " type file or image with its id: without one it is gone after a day.")
    @APIResponse(responseCode = "201", description = "Kept, encrypted; nobody else sees it before it is sent.")
    @APIResponse(responseCode = "400", description = "file-name-not-allowed, file-empty")
    @APIResponse(responseCode = "409", description = "session-ended, too-many-files")
    @APIResponse(responseCode = "413", description = "file-too-large")
    @APIResponse(
            responseCode = "415",
            description =
                    "file-type-not-allowed: images, PDF, text, office documents and zip archives are. file-misnamed: its"
                            + " name says something else than what is inside.")
    @APIResponse(responseCode = "422", description = "file-unsafe: it would unpack to far more than it seems to hold.")
    @APIResponse(responseCode = "503", description = "busy, files-off")
    public Uni<Attachment> upload(
            @PathParam("id") UUID id,
            @QueryParam("name") @NotNull @Parameter(example = "invoice.pdf") String name,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Parameter(hidden = true) Long length,
            InputStream body) {
        Inspection.checkName(name);
        UploadBody.checkSize(length == null ? 0 : length, config.files());
        var sender = caller.get();
        return conversations
                .enter(id, sender, token.getRawToken())
                .chain(conversation -> uploads.upload(conversation, sender, name, body));
    }

    @GET
    @Path("/{attachmentId}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "Download a file",
            description = "Always as a download, never to be shown by the browser itself.")
    @APIResponse(responseCode = "200", description = "The file as it was uploaded.")
    @APIResponse(responseCode = "404", description = "attachment-unknown, conversation-unknown")
    @APIResponse(responseCode = "503", description = "busy: too much is being fetched; it says when to try again.")
    public RestMulti<byte[]> download(@PathParam("id") UUID id, @PathParam("attachmentId") UUID attachmentId) {
        return answer(find(id, attachmentId)
                .chain(file -> lane.open(file.content(), file.size()).map(content -> Download.file(file, content))));
    }

    @GET
    @Path("/{attachmentId}/preview")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "See a small picture of an image",
            description = "PNG or JPEG, drawn anew and upright, 800 pixels wide or high at most.")
    @APIResponse(responseCode = "200", description = "The picture.")
    @APIResponse(responseCode = "404", description = "attachment-unknown: also where there is no preview.")
    @APIResponse(responseCode = "503", description = "busy: too much is being fetched; it says when to try again.")
    public RestMulti<byte[]> preview(@PathParam("id") UUID id, @PathParam("attachmentId") UUID attachmentId) {
        return answer(find(id, attachmentId)
                .map(file -> file.preview().orElseThrow(AttachmentResource::unknown))
                .chain(picture -> lane.open(picture.content(), Preview.MOST_BYTES)
                        .map(content -> Download.picture(picture, content))));
    }

    private static RestMulti<byte[]> answer(Uni<Download> download) {
        return RestMulti.fromUniResponse(download, found -> found.content().slices(), found -> found.headers());
    }

    private Uni<StoredFile> find(UUID id, UUID attachmentId) {
        var reader = caller.get();
        return conversations
                .enter(id, reader, token.getRawToken())
                .chain(conversation -> store.find(attachmentId, conversation.id(), reader))
                .map(found -> found.orElseThrow(AttachmentResource::unknown));
    }

    private static ProblemException unknown() {
        return new ProblemException(ChatProblem.ATTACHMENT_UNKNOWN, "Nothing in this conversation has this id.");
    }
}
