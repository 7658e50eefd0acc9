package dev.remotesupport.session.note;

import dev.remotesupport.platform.caller.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Notes on sessions. */
@Path("/api/sessions/{id}/notes")
@Authenticated
@Tag(name = "Notes")
public class NoteResource {

    private final CurrentCaller caller;
    private final Notes notes;

    NoteResource(CurrentCaller caller, Notes notes) {
        this.caller = caller;
        this.notes = notes;
    }

    /** What to write. */
    @Schema(name = "NoteText")
    public record NoteText(
            @NotBlank @Size(max = Note.LENGTH) @Schema(examples = "Has called twice about the same order.")
            String text) {}

    /** The notes of a session, oldest first. */
    @Schema(name = "NoteList")
    public record NoteList(List<NoteView> items) {}

    /** A note as REST shows it. */
    @Schema(name = "Note")
    public record NoteView(
            UUID id,
            AuthorView author,
            String text,
            Instant writtenAt,

            @Schema(description = "When its author last changed it; null if never.")
            Instant editedAt) {

        static NoteView of(Note note) {
            return new NoteView(
                    note.id(),
                    new AuthorView(note.author().id(), note.author().name()),
                    note.text(),
                    note.writtenAt(),
                    note.editedAt().orElse(null));
        }
    }

    @Schema(name = "NoteAuthor")
    public record AuthorView(
            String id, @Schema(examples = "Ada") String name) {}

    @GET
    @Operation(
            operationId = "listNotes",
            summary = "The notes on a session",
            description = "Oldest first. Customers never see notes.")
    @APIResponse(responseCode = "200", description = "The notes.")
    @APIResponse(responseCode = "404", description = "session-unknown")
    public Uni<NoteList> list(UUID id) {
        return notes.of(caller.get(), id)
                .map(found -> new NoteList(found.stream().map(NoteView::of).toList()));
    }

    @POST
    @Operation(operationId = "writeNote", summary = "Write a note on a session")
    @APIResponse(
            responseCode = "201",
            description = "The note.",
            content = @Content(schema = @Schema(implementation = NoteView.class)))
    @APIResponse(responseCode = "400", description = "invalid: the text is blank or longer than 4,000 characters")
    @APIResponse(responseCode = "404", description = "session-unknown")
    @APIResponse(responseCode = "409", description = "too-many-notes")
    public Uni<RestResponse<NoteView>> write(UUID id, @NotNull @Valid NoteText body) {
        return notes.write(caller.get(), id, body.text())
                .map(note -> RestResponse.status(RestResponse.Status.CREATED, NoteView.of(note)));
    }

    @PUT
    @Path("/{noteId}")
    @Operation(operationId = "editNote", summary = "Change a note", description = "Its author only.")
    @APIResponse(responseCode = "200", description = "The note as it is now.")
    @APIResponse(responseCode = "400", description = "invalid")
    @APIResponse(responseCode = "403", description = "not-your-note")
    @APIResponse(responseCode = "404", description = "session-unknown, note-unknown")
    public Uni<NoteView> edit(UUID id, UUID noteId, @NotNull @Valid NoteText body) {
        return notes.edit(caller.get(), id, noteId, body.text()).map(NoteView::of);
    }

    @DELETE
    @Path("/{noteId}")
    @Operation(
            operationId = "deleteNote",
            summary = "Delete a note",
            description = "Its author or a team lead. Who deleted it and when is kept.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "403", description = "not-your-note")
    @APIResponse(responseCode = "404", description = "session-unknown, note-unknown")
    public Uni<Void> delete(UUID id, UUID noteId) {
        return notes.delete(caller.get(), id, noteId);
    }
}
