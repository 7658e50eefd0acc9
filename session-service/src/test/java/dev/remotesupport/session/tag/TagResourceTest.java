package dev.remotesupport.session.tag;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.put;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class TagResourceTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    private final Scene scene = new Scene();

    @Test
    void staffTagASessionAndFindItsTagsInUse() {
        var one = scene.active();
        var two = scene.waitingOf(scene.stranger);

        tag(one, List.of("Printer", " printer", "VIP"));
        tag(two, List.of("printer"));

        get(scene.lead, "/api/sessions/" + one).body("tags", equalTo(List.of("printer", "vip")));
        get(scene.bob, "/api/tags")
                .statusCode(200)
                .body("items.tag", equalTo(List.of("printer", "vip")))
                .body("items.sessions", equalTo(List.of(2, 1)));
    }

    @Test
    void newTagsReplaceTheOldOnes() {
        var id = scene.ended();
        tag(id, List.of("a", "b"));

        tag(id, List.of("b", "c"));
        tag(id, List.of("b", "c"));

        get(scene.ada, "/api/sessions/" + id).body("tags", equalTo(List.of("b", "c")));
        get(scene.ada, "/api/tags").body("items.tag", equalTo(List.of("b", "c")));
        tag(id, List.of());
        get(scene.ada, "/api/tags").body("items", empty());
    }

    @Test
    void aTagIsTextWhateverIsInIt() {
        var id = scene.active();

        tag(id, List.of(SCRIPT, "100% 'sure'; --"));

        get(scene.ada, "/api/sessions/" + id).body("tags", equalTo(List.of("100% 'sure'; --", SCRIPT)));
    }

    @Test
    void customersDoNotSeeTags() {
        var id = scene.active();
        tag(id, List.of("difficult"));

        get(scene.grace, "/api/sessions/" + id).body("tags", empty());
        get(scene.grace, "/api/tags").statusCode(403);
        put(scene.grace, path(id), Map.of("tags", List.of("nice"))).statusCode(403);
    }

    @Test
    void otherOrganisationsHaveTheirOwnTags() {
        var id = scene.active();
        tag(id, List.of("ours"));
        var other = new Scene();

        get(other.lead, "/api/tags").body("items", empty());
        put(other.lead, path(id), Map.of("tags", List.of("theirs"))).statusCode(404);
    }

    @Test
    void anApiKeyTagsWithTheScope() {
        var id = scene.active();

        put(scene.key, path(id), Map.of("tags", List.of("by machine"))).statusCode(200);
        var reader = TestTokens.apiKey(scene.organisation, "sessions:read");
        put(reader, path(id), Map.of("tags", List.of("no"))).statusCode(403);
        get(reader, "/api/tags").body("items.tag", equalTo(List.of("by machine")));
        get(TestTokens.apiKey(scene.organisation, "chat:read"), "/api/tags").statusCode(403);
    }

    static Stream<Object> whatAreNoTags() {
        return Stream.of(
                Map.of(),
                Map.of("tags", "printer"),
                Map.of("tags", List.of("")),
                Map.of("tags", List.of("x".repeat(41))),
                Map.of("tags", List.of("x".repeat(10_000))),
                Map.of("tags", Collections.singletonList(null)),
                Map.of("tags", List.of("nul\u0000")),
                Map.of(
                        "tags",
                        IntStream.range(0, 21).mapToObj(Integer::toString).toList()));
    }

    @ParameterizedTest
    @MethodSource("whatAreNoTags")
    void whatAreNoTagsIsRefused(Object body) {
        put(scene.ada, path(scene.active()), body).statusCode(400).contentType("application/problem+json");
    }

    private void tag(UUID session, List<String> tags) {
        put(scene.ada, path(session), Map.of("tags", tags)).statusCode(200);
    }

    private static String path(UUID session) {
        return "/api/sessions/" + session + "/tags";
    }
}
