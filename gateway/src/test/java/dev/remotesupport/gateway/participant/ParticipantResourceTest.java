package dev.remotesupport.gateway.participant;

import static dev.remotesupport.gateway.TestGateway.as;
import static dev.remotesupport.gateway.TestGateway.json;
import static dev.remotesupport.gateway.TestGateway.organisation;
import static dev.remotesupport.gateway.TestGateway.site;
import static dev.remotesupport.gateway.TestGateway.visitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.remotesupport.contracts.Seat;
import dev.remotesupport.gateway.GatewayTest;
import dev.remotesupport.gateway.token.TokenVerifier;
import dev.remotesupport.platform.caller.Callers;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@GatewayTest
class ParticipantResourceTest {

    private static final String SHOP = "https://shop.example";

    @Inject
    TokenVerifier verifier;

    @Test
    void admittedTabGetsATokenBoundToSessionSeatAndTab() {
        String visitor = visitor(site(organisation("team"), SHOP), SHOP);
        var session = UUID.randomUUID();

        var answer = Participants.asking(visitor, SHOP, session, "tab-1")
                .statusCode(201)
                .body("seat", equalTo("customer"))
                .body("session.id", equalTo(session.toString()))
                .extract();

        var caller = Callers.from(verifier.verify(answer.path("token")));
        var binding = caller.participant().orElseThrow();
        assertThat(binding.sessionId()).isEqualTo(session);
        assertThat(binding.participantId()).hasToString(answer.path("participantId"));
        assertThat(binding.seat()).isEqualTo(Seat.CUSTOMER);
        assertThat(binding.tab()).isEqualTo("tab-1");
        assertThat(caller.name()).isEqualTo("Ada");
        assertThat(caller.id()).isEqualTo(Callers.from(verifier.verify(visitor)).id());
    }

    @Test
    void wishToAcceptIsHandedOn() {
        String visitor = visitor(site(organisation("team"), SHOP), SHOP);

        as(visitor)
                .header("Origin", SHOP)
                .body(Map.of("tab", "tab-1", "accept", true))
                .post("/api/sessions/{id}/participants", UUID.randomUUID())
                .then()
                .statusCode(201)
                .body("session.state", equalTo("active"));
    }

    @Test
    void whoMakesReadyForACallGetsATokenForNothingElse() {
        String visitor = visitor(site(organisation("team"), SHOP), SHOP);

        String token = as(visitor)
                .header("Origin", SHOP)
                .body(Map.of("tab", "tab-1", "early", true))
                .post("/api/sessions/{id}/participants", UUID.randomUUID())
                .then()
                .statusCode(201)
                .extract()
                .path("token");

        assertThat(verifier.verify(token).getGroups()).containsExactly("early");
        as(token)
                .header("Origin", SHOP)
                .body(Map.of("tab", "tab-1"))
                .post("/api/sessions/{id}/participants", UUID.randomUUID())
                .then()
                .statusCode(403)
                .body("code", equalTo("not-permitted"));
    }

    @Test
    void refusalOfTheSessionsOwnerIsHandedOn() {
        String visitor = visitor(site(organisation("team"), SHOP), SHOP);
        var ended = new UUID(0, 7);

        var answer = Participants.asking(visitor, SHOP, ended, "tab-1");

        answer.statusCode(409).contentType("application/problem+json").body("code", equalTo("session-ended"));
    }

    @Test
    void nobodyTakesPartWithoutAToken() {
        json().post("/api/sessions/{id}/participants", UUID.randomUUID()).then().statusCode(401);
    }
}
