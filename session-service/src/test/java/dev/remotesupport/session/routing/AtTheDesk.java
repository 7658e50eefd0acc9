package dev.remotesupport.session.routing;

import static dev.remotesupport.session.Scene.put;
import static org.awaitility.Awaitility.await;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.TestToken;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tests of offers and of transfers do alike. */
final class AtTheDesk {

    private AtTheDesk() {}

    /** Settles how many chats a member takes at once, and in which teams. */
    static void limit(Scene scene, TestToken member, int chats, List<UUID> teams) {
        put(
                        scene.supervisor,
                        "/api/desk/staff/" + member.id(),
                        Map.of("chatLimit", chats, "callLimit", 2, "teamIds", teams, "skills", List.of()))
                .statusCode(200);
    }

    static void awaitOffered(UUID session, TestToken member) {
        await().until(() ->
                Scene.sql("SELECT count(*) FROM session WHERE state = 'offered' AND id = '%s' AND offered_to = '%s'"
                                .formatted(session, member.id()))
                        == 1);
    }
}
