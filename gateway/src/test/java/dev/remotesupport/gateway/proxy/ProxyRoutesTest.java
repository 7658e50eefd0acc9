package dev.remotesupport.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.gateway.upstream.Service;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyRoutesTest {

    private static final UUID ID = UUID.randomUUID();

    @Test
    void everyListedPathHasItsService() {
        assertThat(ProxyRoutes.ofRequest("/api/sessions")).contains(Service.SESSION);
        assertThat(ProxyRoutes.ofRequest("/api/sessions/" + ID + "/grants")).contains(Service.SESSION);
        assertThat(ProxyRoutes.ofRequest("/api/support/chat/start")).contains(Service.SESSION);
        assertThat(ProxyRoutes.ofRequest("/api/support/chat/" + ID + "/assign")).contains(Service.SESSION);
        assertThat(ProxyRoutes.ofRequest("/api/support/chat/" + ID + "/close")).contains(Service.SESSION);
        assertThat(ProxyRoutes.ofRequest("/api/support/chat/message")).contains(Service.CHAT);
        assertThat(ProxyRoutes.ofRequest("/api/support/chat/" + ID + "/messages"))
                .contains(Service.CHAT);
        assertThat(ProxyRoutes.ofRequest("/api/devices")).contains(Service.DEVICE);
        assertThat(ProxyRoutes.ofRequest("/api/stats/daily")).contains(Service.STATS);
        assertThat(ProxyRoutes.ofSocket("/ws/signaling")).contains(Service.SIGNALING);
        assertThat(ProxyRoutes.ofSocket("/ws/console")).contains(Service.SIGNALING);
        assertThat(ProxyRoutes.ofSocket("/ws/chat")).contains(Service.CHAT);
    }

    @Test
    void participantsAreTheGatewaysOwn() {
        assertThat(ProxyRoutes.ofRequest("/api/sessions/" + ID + "/participants"))
                .isEmpty();
        assertThat(ProxyRoutes.ofRequest("/api/sessions/" + ID + "/participants/"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/sessions",
                "/q/health",
                "/api/staff",
                "/api/sessionsx",
                "/api/sessions/../../internal/x",
                "/api/sessions/%2e%2e/x",
                "/api/sessions//x",
                "/api/sessions/;a=b/x",
                "/api/sessions/a\\b",
                "/api/support/chat",
                "/api"
            })
    void whatIsNotListedOrNotPlainStaysOutside(String path) {
        assertThat(ProxyRoutes.ofRequest(path)).isEmpty();
        assertThat(ProxyRoutes.ofSocket(path)).isEmpty();
    }
}
