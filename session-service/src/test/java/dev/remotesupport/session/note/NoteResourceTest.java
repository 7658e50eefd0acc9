package dev.remotesupport.session.note;

import static dev.remotesupport.session.Scene.delete;
import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.Scene.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class NoteResourceTest {

    private static final String SCRIPT = "<script>alert('1')</script>\n\"100%\"";

    private final Scene scene = new Scene();

    @Test
    void staffReadEachOthersNotesOldestFirst() {
        var id = scene.active();
        write(scene.ada, id, SCRIPT);
        write(scene.lead, id, "Second");

        get(scene.lead, path(id))
                .statusCode(200)
                .body("items.text", equalTo(List.of(SCRIPT, "Second")))
                .body("items.author.name", equalTo(List.of("Ada", "Lea")))
                .body("items[0].writtenAt", notNullValue())
                .body("items[0].editedAt", nullValue());
    }

    @Test
    void customersNeverSeeNotes() {
        var id = scene.active();
        write(scene.ada, id, "Careful");

        get(scene.grace, path(id)).statusCode(403);
        get(scene.tabOf(id), path(id)).statusCode(403);
        post(scene.grace, path(id), Map.of("text", "x")).statusCode(403);
    }

    @Test
    void anAuthorEditsAndNobodyElse() {
        var id = scene.active();
        var note = write(scene.ada, id, "Tpyo");

        put(scene.bob, path(id, note), Map.of("text", "x")).statusCode(403).body("code", equalTo("not-your-session"));
        put(scene.lead, path(id, note), Map.of("text", "x")).statusCode(403).body("code", equalTo("not-your-note"));
        put(scene.ada, path(id, note), Map.of("text", "Typo"))
                .statusCode(200)
                .body("text", equalTo("Typo"))
                .body("editedAt", notNullValue());

        get(scene.lead, path(id)).body("items.text", equalTo(List.of("Typo")));
    }

    @Test
    void aDeletedNoteIsGoneForEverybodyAndKeptWithWhoAndWhen() {
        var id = scene.ended();
        var note = write(scene.ada, id, "Wrong session");

        delete(scene.bob, path(id, note)).statusCode(403);
        delete(scene.lead, path(id, note)).statusCode(204);

        get(scene.ada, path(id)).body("items", empty());
        delete(scene.ada, path(id, note)).statusCode(404).body("code", equalTo("note-unknown"));
        put(scene.ada, path(id, note), Map.of("text", "Back")).statusCode(404);
        assertThat(Scene.sql("""
                SELECT count(*) FROM session_note WHERE id = '%s' AND text = 'Wrong session' AND deleted_at IS NOT NULL
                  AND deleted_by = '%s' AND deleted_by_name = 'Lea'""".formatted(note, scene.lead.id()))).isOne();
    }

    @Test
    void otherOrganisationsAndSessionsDoNotReachANote() {
        var id = scene.active();
        var note = write(scene.ada, id, "Ours");
        var other = new Scene();
        var otherSession = other.active();

        get(other.lead, path(id)).statusCode(404).body("code", equalTo("session-unknown"));
        post(other.lead, path(id), Map.of("text", "x")).statusCode(404);
        delete(other.lead, path(otherSession, note)).statusCode(404).body("code", equalTo("note-unknown"));
        delete(scene.ada, path(scene.waitingOf(scene.stranger), note)).statusCode(404);
        get(scene.ada, path(id)).body("items.id", equalTo(List.of(note)));
    }

    @Test
    void anApiKeyWritesInItsOwnName() {
        var id = scene.active();

        var note = write(scene.key.named("CRM"), id, "Imported");

        get(scene.ada, path(id)).body("items[0].author.name", equalTo("CRM"));
        var reader = TestTokens.apiKey(scene.organisation, "sessions:read");
        get(reader, path(id)).statusCode(200);
        post(reader, path(id), Map.of("text", "x")).statusCode(403).body("code", equalTo("not-permitted"));
        delete(reader, path(id, note)).statusCode(403);
    }

    @Test
    void aNoteIsActivityInTheSession() {
        var id = scene.active();
        Scene.sql("UPDATE session SET last_active_at = requested_at WHERE id = '" + id + "'");

        write(scene.ada, id, "Looking into it");

        assertThat(Scene.sql("SELECT count(*) FROM session WHERE last_active_at > requested_at AND id = '" + id + "'"))
                .isOne();
    }

    static Stream<Map<String, Object>> whatIsNoNote() {
        return Stream.of(
                Map.of(),
                Map.of("text", ""),
                Map.of("text", " \n"),
                Map.of("text", "nul\u0000"),
                Map.of("text", "x".repeat(10_000)),
                Map.of("text", List.of("x")));
    }

    @ParameterizedTest
    @MethodSource("whatIsNoNote")
    void whatIsNoNoteIsRefused(Map<String, Object> body) {
        post(scene.ada, path(scene.active()), body).statusCode(400).contentType("application/problem+json");
    }

    @CanIgnoreReturnValue
    private static String write(TestToken author, UUID session, String text) {
        return post(author, path(session), Map.of("text", text))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String path(UUID session) {
        return "/api/sessions/" + session + "/notes";
    }

    private static String path(UUID session, String note) {
        return path(session) + "/" + note;
    }
}
