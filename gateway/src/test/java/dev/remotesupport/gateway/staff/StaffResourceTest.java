package dev.remotesupport.gateway.staff;

import static dev.remotesupport.gateway.TestGateway.PASSWORD;
import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.hire;
import static dev.remotesupport.gateway.TestGateway.loggingIn;
import static dev.remotesupport.gateway.TestGateway.login;
import static dev.remotesupport.gateway.TestGateway.member;
import static dev.remotesupport.gateway.TestGateway.operator;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static dev.remotesupport.gateway.TestGateway.uniqueEmail;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.testkit.EventCollector;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatewayTest
class StaffResourceTest {

    @Test
    void hiredMemberSignsInWithTheRoleAndTheOthersLearnIt() {
        var organisation = organisation("team");
        String email = uniqueEmail();
        try (var events = EventCollector.on("identity.events.v1")) {

            String id = hire(organisation, email, "support");

            events.await(
                    event -> event.type().equals("StaffChanged") && event.key().equals(id));
        }
        loggingIn(email, PASSWORD).statusCode(200).body("user.role", equalTo("support"));
    }

    @Test
    void takenEmailIsRefusedWhoeverHasIt() {
        var first = organisation("team");
        var second = organisation("team");
        String email = uniqueEmail();
        String id = hire(first, email, "support");

        var answer = second.asAdmin()
                .body(Map.of("name", "Member", "email", email, "role", "support", "password", PASSWORD))
                .post("/api/staff")
                .then();

        answer.statusCode(409).body("code", equalTo("email-taken"));
        second.asAdmin().get("/api/staff").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void lastSuperAdminStaysWhateverIsTried() {
        var organisation = organisation("team");
        String own = ownId(organisation.admin());

        organisation
                .asAdmin()
                .delete("/api/staff/{id}", own)
                .then()
                .statusCode(409)
                .body("code", equalTo("last-super-admin"));
        organisation
                .asAdmin()
                .body(Map.of("role", "support"))
                .patch("/api/staff/{id}", own)
                .then()
                .statusCode(409)
                .body("code", equalTo("last-super-admin"));
        String successor = hire(organisation, uniqueEmail(), "super_admin");
        organisation.asAdmin().delete("/api/staff/{id}", successor).then().statusCode(204);
    }

    @Test
    void adminMayNotTouchASuperAdminNorMakeOne() {
        var organisation = organisation("team");
        String admin = member(organisation, "admin");

        as(admin)
                .delete("/api/staff/{id}", ownId(organisation.admin()))
                .then()
                .statusCode(403)
                .body("code", equalTo("role-too-high"));
        as(admin)
                .body(Map.of("name", "Me", "email", uniqueEmail(), "role", "super_admin", "password", PASSWORD))
                .post("/api/staff")
                .then()
                .statusCode(403)
                .body("code", equalTo("role-too-high"));
    }

    @Test
    void supportSeesColleaguesButChangesNone() {
        var organisation = organisation("team");
        String support = member(organisation, "support");

        as(support).get("/api/staff").then().statusCode(200).body("items", hasSize(2));
        as(support).delete("/api/staff/{id}", ownId(support)).then().statusCode(403);
    }

    @Test
    void anotherOrganisationsMemberIsNotThere() {
        var organisation = organisation("team");
        var other = organisation("team");
        String stranger = hire(other, uniqueEmail(), "support");

        organisation
                .asAdmin()
                .body(Map.of("name", "Mine now"))
                .patch("/api/staff/{id}", stranger)
                .then()
                .statusCode(404)
                .body("code", equalTo("staff-unknown"));
        organisation.asAdmin().delete("/api/staff/{id}", stranger).then().statusCode(404);
    }

    @Test
    void removedMemberCannotSignIn() {
        var organisation = organisation("team");
        String email = uniqueEmail();
        String id = hire(organisation, email, "support");
        String token = login(email);

        organisation.asAdmin().delete("/api/staff/{id}", id).then().statusCode(204);

        loggingIn(email, PASSWORD).statusCode(401);
        as(token).get("/api/auth/me").then().statusCode(401).body("code", equalTo("signed-out"));
    }

    @Test
    void removedMembersTokenOpensNothingAnyMoreAndTheDeskForgetsTheMember() {
        var organisation = organisation("team");
        String email = uniqueEmail();
        String id = hire(organisation, email, "support");
        String token = login(email);
        as(organisation.admin())
                .body(Map.of("chatLimit", 3))
                .put("/api/admin/support/staff/{id}", id)
                .then()
                .statusCode(200);
        as(token).get("/api/desk/staff").then().statusCode(200).body("items.id", hasItem(id));

        organisation.asAdmin().delete("/api/staff/{id}", id).then().statusCode(204);

        as(token).get("/api/desk/staff").then().statusCode(401).body("code", equalTo("signed-out"));
        organisation.asAdmin().get("/api/desk/staff").then().statusCode(200).body("items.id", not(hasItem(id)));
    }

    @Test
    void loweredMembersTokenIsRefusedUntilItSaysTheNewRole() {
        var organisation = organisation("team");
        String email = uniqueEmail();
        String id = hire(organisation, email, "supervisor");
        String before = login(email);
        as(before).get("/api/admin/support/staff").then().statusCode(200);

        as(organisation.admin())
                .body(Map.of("role", "support"))
                .put("/api/admin/support/staff/{id}", id)
                .then()
                .statusCode(200);

        as(before).get("/api/auth/me").then().statusCode(401).body("code", equalTo("unauthenticated"));
        String after = login(email);
        as(after).get("/api/auth/me").then().statusCode(200).body("role", equalTo("support"));
        as(after).get("/api/admin/support/staff").then().statusCode(403);
    }

    @Test
    void raisedMembersTokenGoesOn() {
        var organisation = organisation("team");
        String email = uniqueEmail();
        String id = hire(organisation, email, "support");
        String before = login(email);

        organisation
                .asAdmin()
                .body(Map.of("role", "team_lead"))
                .patch("/api/staff/{id}", id)
                .then()
                .statusCode(200);

        as(before).get("/api/auth/me").then().statusCode(200);
    }

    @Test
    void operatorIsNoMemberOfAnyStaff() {
        as(operator()).get("/api/staff").then().statusCode(403);
    }

    private static String ownId(String token) {
        return as(token).get("/api/auth/me").then().extract().path("id");
    }
}
