package dev.remotesupport.session.note;

import dev.remotesupport.contracts.CallerKind;
import dev.remotesupport.platform.caller.Caller;
import dev.remotesupport.platform.problem.ProblemException;
import dev.remotesupport.session.SessionProblem;
import dev.remotesupport.session.access.OpenSession;
import dev.remotesupport.session.lifecycle.Session;
import dev.remotesupport.session.note.Note.Author;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Writes, reads, edits and deletes the notes of sessions, of ended ones too. */
@ApplicationScoped
public class Notes {

    private static final Logger LOG = Logger.getLogger(Notes.class);
    private static final int PER_SESSION = 500;

    private final OpenSession open;
    private final NoteStore store;

    Notes(OpenSession open, NoteStore store) {
        this.open = open;
        this.store = store;
    }

    /** Oldest first. */
    Uni<List<Note>> of(Caller caller, UUID session) {
        return open.toRead(caller, session, (connection, found) -> store.of(connection, insiders(caller, found)));
    }

    Uni<Note> write(Caller caller, UUID session, String text) {
        return open.toChange(caller, session, (connection, found) -> {
            var unused = insiders(caller, found);
            return write(connection, found, Author.of(caller), text);
        });
    }

    /** Writes a note on a session that the caller of this method has locked, such as the reason of a transfer. */
    public Uni<Note> write(SqlConnection connection, Session session, Author author, String text) {
        return store.count(connection, session.id())
                .chain(count -> count < PER_SESSION
                        ? store.write(connection, session, author, text)
                        : refused(SessionProblem.TOO_MANY_NOTES, "At most " + PER_SESSION + "; delete some."));
    }

    Uni<Note> edit(Caller caller, UUID session, UUID note, String text) {
        return open.toChange(
                caller,
                session,
                (connection, found) -> known(connection, caller, found, note)
                        .chain(written -> NotePolicy.mayEdit(written, caller)
                                ? store.edit(connection, written, text)
                                : refused(SessionProblem.NOT_YOUR_NOTE, "Only its author edits a note.")));
    }

    Uni<Void> delete(Caller caller, UUID session, UUID note) {
        return open.toChange(
                        caller,
                        session,
                        (connection, found) -> known(connection, caller, found, note)
                                .chain(written -> NotePolicy.mayDelete(written, caller)
                                        ? store.delete(connection, written, Author.of(caller))
                                        : refused(
                                                SessionProblem.NOT_YOUR_NOTE,
                                                "Only its author or a team lead deletes a note.")))
                .invoke(() -> LOG.infof(
                        "audit note deleted sessionId=%s noteId=%s organisation=%s by=%s",
                        session, note, caller.organisationId(), caller.id()));
    }

    private Uni<Note> known(SqlConnection connection, Caller caller, Session session, UUID note) {
        return store.lock(connection, insiders(caller, session), note)
                .map(found -> found.orElseThrow(
                        () -> new ProblemException(SessionProblem.NOTE_UNKNOWN, "Look it up in the session's notes.")));
    }

    /** For everybody but staff and systems there are no notes, whatever door let the caller in. */
    private static UUID insiders(Caller caller, Session session) {
        if (caller.kind() == CallerKind.STAFF || caller.kind() == CallerKind.API_KEY) {
            return session.id();
        }
        throw new ProblemException(SessionProblem.NOT_YOUR_NOTE, "Notes are the staff's.");
    }

    private static <T> Uni<T> refused(SessionProblem why, String detail) {
        return Uni.createFrom().failure(new ProblemException(why, detail));
    }
}
