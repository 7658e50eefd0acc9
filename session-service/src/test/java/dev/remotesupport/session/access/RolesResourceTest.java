package dev.remotesupport.session.access;

import static dev.remotesupport.session.Scene.get;
import static dev.remotesupport.session.Scene.post;
import static dev.remotesupport.session.Scene.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.remotesupport.session.Scene;
import dev.remotesupport.testkit.ServiceInfrastructure;
import dev.remotesupport.testkit.TestToken;
import dev.remotesupport.testkit.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each of the six roles sees of sessions and of what hangs on them. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class RolesResourceTest {

    private final Scene scene = new Scene();
    private final TestToken lou =
            TestTokens.staff(scene.organisation, "team_lead").named("Lou");

    @Test
    void supportSeesTheOwnSessionsAndWhoWaits() {
        var past = scene.ended().toString();
        var adas = scene.active().toString();
        var waits = scene.waitingOf(scene.stranger).toString();

        get(scene.ada, "/api/sessions").body("items.id", contains(waits, adas, past));
        get(scene.bob, "/api/sessions").body("items.id", contains(waits));
        get(scene.bob, "/api/sessions?q=%231").body("items", empty());
        get(scene.bob, "/api/sessions?sort=status&state=active,ended").body("items", empty());
        get(scene.bob, "/api/sessions/" + waits).statusCode(200);
        Stream.of("", "/grants", "/notes", "/context").forEach(part -> {
            get(scene.ada, "/api/sessions/" + adas + part).statusCode(200);
            get(scene.bob, "/api/sessions/" + adas + part).statusCode(403).body("code", equalTo("not-your-session"));
            get(scene.bob, "/api/sessions/" + past + part).statusCode(403);
        });
    }

    @Test
    void supportChangesNothingThatAColleagueHas() {
        get(scene.bob, "/api/desk/me").statusCode(200);
        var adas = scene.active();
        var path = "/api/sessions/" + adas;

        put(scene.bob, path + "/tags", Map.of("tags", List.of("mine"))).statusCode(403);
        post(scene.bob, path + "/notes", Map.of("text", "x")).statusCode(403);
        post(scene.bob, path + "/transfer", Map.of("staffId", scene.bob.id())).statusCode(403);
        post(scene.bob, path + "/end", Map.of()).statusCode(403);
        post(scene.bob, "/api/sessions/register", Map.of("sessionId", adas, "machineName", "PC"))
                .statusCode(403);
        post(scene.bob, "/api/cases", Map.of("title", "Mine", "sessionIds", List.of(adas)))
                .statusCode(403);
        post(scene.bob, "/api/sessions/assign", Map.of("sessionId", adas))
                .statusCode(409)
                .body("code", equalTo("already-assigned"));
        post(scene.bob, "/api/sessions", Map.of("userId", scene.grace.id(), "customerName", "Grace"))
                .statusCode(409)
                .body("code", equalTo("already-assigned"));
    }

    @Test
    void whoHandedASessionOnSeesItNoMore() {
        var id = scene.active();
        scene.atWork(scene.bob);

        post(scene.ada, "/api/sessions/" + id + "/transfer", Map.of("staffId", scene.bob.id()))
                .statusCode(200);

        get(scene.ada, "/api/sessions/" + id).statusCode(403);
        get(scene.ada, "/api/sessions").body("items", empty());
        get(scene.bob, "/api/sessions").body("items.id", contains(id.toString()));
    }

    @Test
    void thePastOfACustomerIsSeenWhileOneHelps() {
        var past = scene.ended().toString();
        var now = scene.waiting();
        post(scene.ada, "/api/cases", Map.of("title", "Late order", "sessionIds", List.of(past)))
                .statusCode(201);

        get(scene.bob, "/api/sessions/" + now + "/context")
                .body("customer.sessions", equalTo(2))
                .body("sessions", empty())
                .body("cases", empty());
        post(scene.bob, "/api/sessions/assign", Map.of("sessionId", now)).statusCode(200);

        get(scene.bob, "/api/sessions/" + now + "/context")
                .body("sessions.id", contains(past))
                .body("sessions[0].mayOpen", equalTo(false))
                .body("cases.title", contains("Late order"));
        get(scene.bob, "/api/cases").body("items.title", contains("Late order"));
        get(scene.bob, "/api/sessions/" + past).statusCode(403);
        post(scene.bob, "/api/sessions/" + now + "/end", Map.of()).statusCode(200);
        get(scene.bob, "/api/sessions/" + now + "/context").body("sessions", empty());
        get(scene.bob, "/api/cases").body("items", empty());
    }

    @Test
    void supportSeesTheCasesOfTheOwnSessionsAndThoseItOpened() {
        var past = scene.ended();
        var hers = open(scene.ada, Map.of("title", "Hers", "sessionIds", List.of(past)));
        var his = open(scene.bob, Map.of("title", "His"));

        get(scene.ada, "/api/cases").body("items.id", contains(hers));
        get(scene.bob, "/api/cases").body("items.id", contains(his));
        get(scene.bob, "/api/cases/" + hers).statusCode(404).body("code", equalTo("case-unknown"));
        put(scene.bob, "/api/cases/" + hers, Map.of("status", "closed")).statusCode(404);
        post(scene.bob, "/api/cases", Map.of("title", "New", "customerId", scene.grace.id()))
                .statusCode(404)
                .body("code", equalTo("customer-unknown"));
        get(scene.supervisor, "/api/cases").body("items.id", contains(his, hers));
        get(scene.lead, "/api/cases").body("items.id", contains(his, hers));
        var unused = twoTeams();
        get(scene.lead, "/api/cases").body("items.id", contains(hers));
        get(lou, "/api/cases").body("items.id", empty());
    }

    @Test
    void aLeadSeesWhatTheTeamHasAndWhoWaits() {
        var teams = twoTeams();
        var adas = scene.active().toString();
        var bobs = scene.waitingOf(scene.stranger).toString();
        post(scene.bob, "/api/sessions/assign", Map.of("sessionId", bobs)).statusCode(200);
        var waits = scene.waitingOf(TestTokens.visitor(scene.organisation, scene.site))
                .toString();
        transferToTeam(waits, teams.get(1));

        get(scene.lead, "/api/sessions").body("items.id", contains(waits, adas));
        get(lou, "/api/sessions").body("items.id", contains(waits, bobs));
        get(scene.lead, "/api/sessions/" + bobs).statusCode(403);
        post(scene.lead, "/api/sessions/" + bobs + "/end", Map.of()).statusCode(403);
        post(scene.lead, "/internal/sessions/" + bobs + "/admissions", Map.of("tab", "a"))
                .statusCode(403);
        get(scene.lead, "/internal/desk/led").body("staffIds", containsInAnyOrder(scene.lead.id(), scene.ada.id()));
        get(lou, "/internal/desk/led").body("staffIds", containsInAnyOrder(lou.id(), scene.bob.id()));
    }

    @Test
    void whatWaitsForATeamIsReadBeforehandByItsMembersAndByLeads() {
        var teams = twoTeams();
        var anybodys = scene.waiting();
        var bobsTeams = scene.waitingOf(scene.stranger);
        transferToTeam(bobsTeams.toString(), teams.get(1));
        var newcomer = TestTokens.staff(scene.organisation, "support");

        candidate(scene.ada, anybodys).statusCode(204);
        candidate(newcomer, anybodys).statusCode(204);
        Stream.of(scene.bob, scene.lead, lou, scene.supervisor)
                .forEach(member -> candidate(member, bobsTeams).statusCode(204));
        Stream.of(scene.ada, newcomer)
                .forEach(member ->
                        candidate(member, bobsTeams).statusCode(403).body("code", equalTo("not-your-session")));
        candidate(scene.stranger, bobsTeams).statusCode(403);
        candidate(new Scene().ada, anybodys).statusCode(404);
    }

    @Test
    void whatWaitsNoMoreIsNotReadBeforehand() {
        var id = scene.waiting();
        candidate(scene.bob, id).statusCode(204);

        post(scene.ada, "/api/sessions/assign", Map.of("sessionId", id)).statusCode(200);

        Stream.of(scene.ada, scene.bob, scene.lead)
                .forEach(member -> candidate(member, id).statusCode(403));
    }

    @Test
    void aLeadReassignsAndManagesBreaksInTheOwnTeamOnly() {
        var unused = twoTeams();
        var adas = scene.active();
        scene.atWork(scene.ada);
        scene.atWork(scene.bob);
        var toBob = Map.of("sessionId", adas, "staffId", scene.bob.id());
        var breakTime = Map.of("availability", "break");

        post(lou, "/api/sessions/assign", toBob).statusCode(409).body("code", equalTo("already-assigned"));
        put(lou, "/api/desk/staff/" + scene.ada.id() + "/availability", breakTime)
                .statusCode(403)
                .body("code", equalTo("not-permitted"));

        post(scene.lead, "/api/sessions/assign", toBob).statusCode(200).body("staff.name", equalTo("Bob"));
        put(scene.lead, "/api/desk/staff/" + scene.ada.id() + "/availability", breakTime)
                .statusCode(200);
    }

    @Test
    void whatNobodyTookIsSeenByTheLeadsOfItsTeam() {
        var teams = twoTeams();
        var missed = scene.waiting().toString();
        transferToTeam(missed, teams.get(1));
        post(scene.grace, "/api/sessions/" + missed + "/end", Map.of()).statusCode(200);

        get(scene.ada, "/api/sessions").body("items", empty());
        get(scene.lead, "/api/sessions").body("items", empty());
        get(lou, "/api/sessions").body("items.id", contains(missed));
    }

    @Test
    void whoIsInNoTeamIsLedByTheLeadsWhoAreInNone() {
        var adas = scene.active().toString();
        get(scene.lead, "/api/sessions").body("items.id", contains(adas));
        get(scene.lead, "/internal/desk/led").statusCode(200).body("staffIds", nullValue());

        var unused = twoTeams();
        get(TestTokens.staff(scene.organisation, "team_lead"), "/api/sessions").body("items", empty());
        get(scene.lead, "/api/sessions").body("items.id", contains(adas));
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "admin", "super_admin"})
    void whoStandsAboveTheTeamsSeesAll(String role) {
        var unused = twoTeams();
        var ended = scene.ended().toString();
        var active = scene.active().toString();
        var waits = scene.waitingOf(scene.stranger).toString();
        var caller = TestTokens.staff(scene.organisation, role);

        get(caller, "/api/sessions").body("items.id", contains(waits, active, ended));
        get(caller, "/api/sessions/" + active + "/context")
                .body("sessions.id", contains(ended))
                .body("sessions[0].mayOpen", equalTo(true));
        get(caller, "/api/sessions/" + ended + "/notes").statusCode(200);
    }

    private static ValidatableResponse candidate(TestToken caller, UUID session) {
        return get(caller, "/internal/queue/" + session + "/candidate");
    }

    private String open(TestToken caller, Map<String, Object> body) {
        return post(caller, "/api/cases", body).statusCode(201).extract().path("id");
    }

    private void transferToTeam(String session, UUID team) {
        post(scene.key, "/api/sessions/" + session + "/transfer", Map.of("teamId", team))
                .statusCode(200);
    }

    /** Ada is in the team of Lea, Bob in that of Lou. */
    private List<UUID> twoTeams() {
        return List.of(team("First", scene.lead, scene.ada), team("Second", lou, scene.bob));
    }

    private UUID team(String name, TestToken... members) {
        var id = UUID.fromString(post(scene.supervisor, "/api/desk/teams", Map.of("name", name))
                .extract()
                .path("id"));
        for (var member : members) {
            get(member, "/api/desk/me").statusCode(200);
            put(
                            scene.supervisor,
                            "/api/desk/staff/" + member.id(),
                            Map.of("chatLimit", 5, "callLimit", 2, "teamIds", List.of(id), "skills", List.of()))
                    .statusCode(200);
        }
        return id;
    }
}
