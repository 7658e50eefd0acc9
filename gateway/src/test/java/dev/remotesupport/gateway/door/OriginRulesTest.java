package dev.remotesupport.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.gateway.GatewayProblem;
import dev.remotesupport.gateway.site.WebOrigin;
import dev.remotesupport.platform.problem.ProblemException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OriginRulesTest {

    private static final WebOrigin OWN = WebOrigin.of(URI.create("https://support.example"));
    private static final String FOREIGN = "https://shop.example";

    @Test
    void systemsWithoutAnOriginMayCallTheApi() {
        assertThat(refusal("GET", "/api/sessions", null)).isEmpty();
    }

    @Test
    void ownPagesMayCallEverything() {
        assertThat(refusal("POST", "/api/staff", OWN.text())).isEmpty();
        assertThat(refusal("GET", "/ws/console", OWN.text())).isEmpty();
    }

    @Test
    void otherPagesMayMakeVisitorCallsOnly() {
        assertThat(refusal("POST", "/api/visitors", FOREIGN)).isEmpty();
        assertThat(refusal("GET", "/ws/chat", FOREIGN)).isEmpty();
        assertThat(refusal("POST", "/api/staff", FOREIGN)).contains(GatewayProblem.ORIGIN_REFUSED);
        assertThat(refusal("GET", "/api/desk/staff", FOREIGN)).contains(GatewayProblem.ORIGIN_REFUSED);
        assertThat(refusal("GET", "/ws/console", FOREIGN)).contains(GatewayProblem.ORIGIN_REFUSED);
        assertThat(refusal("DELETE", "/api/visitors", FOREIGN)).contains(GatewayProblem.ORIGIN_REFUSED);
    }

    @Test
    void customersReadTheirOwnConversationsFromTheSite() {
        var chat = "/api/support/chat/" + UUID.randomUUID();
        for (var path : new String[] {
            "/api/sessions", "/api/cases", "/api/desk/open", chat + "/attachments/" + UUID.randomUUID()
        }) {
            assertThat(refusal("GET", path, FOREIGN)).isEmpty();
        }
        assertThat(refusal("POST", chat + "/attachments", FOREIGN)).isEmpty();
        assertThat(refusal("POST", "/api/sessions/" + UUID.randomUUID() + "/rating", FOREIGN))
                .isEmpty();
        assertThat(refusal("POST", "/api/sessions", FOREIGN)).contains(GatewayProblem.ORIGIN_REFUSED);
        assertThat(refusal("POST", "/api/cases", FOREIGN)).contains(GatewayProblem.ORIGIN_REFUSED);
    }

    @Test
    void likenessIsNotEnough() {
        for (var other : new String[] {
            "http://support.example", "https://support.example:8443", "https://support.example.evil.example", "null"
        }) {
            assertThat(refusal("POST", "/api/auth/login", other)).contains(GatewayProblem.ORIGIN_REFUSED);
        }
    }

    @Test
    void everySocketSaysItsOrigin() {
        assertThat(refusal("GET", "/ws/chat", null)).contains(GatewayProblem.ORIGIN_REFUSED);
    }

    @Test
    void cookieCallsNeedOwnOriginAndHeader() {
        assertThat(cookieCall(OWN.text(), "1")).isEmpty();
        assertThat(cookieCall(OWN.text(), null)).contains(GatewayProblem.CSRF);
        assertThat(cookieCall(null, "1")).contains(GatewayProblem.CSRF);
        assertThat(cookieCall(FOREIGN, "1")).contains(GatewayProblem.CSRF);
    }

    private static Optional<Object> refusal(String method, String path, String origin) {
        return OriginRules.refusal(new DoorRequest(
                        method,
                        path,
                        Set.of(OWN),
                        Optional.ofNullable(origin),
                        Optional.empty(),
                        path.startsWith("/ws/")))
                .map(ProblemException::kind);
    }

    private static Optional<Object> cookieCall(String origin, String csrf) {
        return OriginRules.refusal(new DoorRequest(
                        "POST",
                        "/api/auth/refresh",
                        Set.of(OWN),
                        Optional.ofNullable(origin),
                        Optional.ofNullable(csrf),
                        false))
                .map(ProblemException::kind);
    }
}
