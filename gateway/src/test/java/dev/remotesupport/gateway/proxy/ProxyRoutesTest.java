package dev.remotesupport.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.gateway.upstream.Service;
import io.vertx.core.http.HttpMethod;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyRoutesTest {

    private static final UUID ID = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource({
        "SESSION, /api/sessions",
        "SESSION, /api/sessions/{id}/grants",
        "SESSION, /api/support/chat/start",
        "SESSION, /api/support/chat/{id}/assign",
        "SESSION, /api/support/chat/{id}/close",
        "SESSION, /api/support/call/queue",
        "SESSION, /api/desk/staff/{id}/schedule",
        "SESSION, /api/cases",
        "SESSION, /api/cases/{id}/sessions/{id}",
        "SESSION, /api/tags",
        "CHAT, /api/support/chat/message",
        "CHAT, /api/support/chat/search",
        "CHAT, /api/support/chat/unread",
        "CHAT, /api/support/chat/{id}/messages",
        "CHAT, /api/support/chat/{id}/attachments",
        "CHAT, /api/support/chat/{id}/preview",
        "CHAT, /api/support/chat/{id}/attachments/{id}/preview",
        "CHAT, /api/support/chat/{id}/transcript",
        "CHAT, /api/support/canned-answers/{id}",
        "CHAT, /api/support/masking/preview",
        "CHAT, /api/support/mail",
        "DEVICE, /api/devices",
        "STATS, /api/stats/daily",
        "STATS, /api/admin/support/stats"
    })
    void everyListedPathHasItsService(Service service, String path) {
        assertThat(ProxyRoutes.ofRequest(path.replace("{id}", ID.toString()))).contains(service);
    }

    @Test
    void everyListedSocketHasItsService() {
        assertThat(ProxyRoutes.ofSocket("/ws/signaling")).contains(Service.SIGNALING);
        assertThat(ProxyRoutes.ofSocket("/ws/console")).contains(Service.SIGNALING);
        assertThat(ProxyRoutes.ofSocket("/ws/chat")).contains(Service.CHAT);
    }

    @Test
    void onlySendingAnAttachmentIsAnUpload() {
        var attachments = "/api/support/chat/" + ID + "/attachments";

        assertThat(ProxyRoutes.isUpload(HttpMethod.POST, attachments)).isTrue();
        assertThat(ProxyRoutes.isUpload(HttpMethod.GET, attachments)).isFalse();
        assertThat(ProxyRoutes.isUpload(HttpMethod.POST, attachments + "/" + ID))
                .isFalse();
        assertThat(ProxyRoutes.isUpload(HttpMethod.POST, "/api/support/chat/message"))
                .isFalse();
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
                "/api/admin/support/staff",
                "/api/support/chat/not-an-id/attachments",
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
