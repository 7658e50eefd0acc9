package dev.remotesupport.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoutesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/sessions",
                "/queue",
                "/visitors",
                "/cases/0b6f7d1e-5b1c-4f7e-9c58-1f4a3c1f7a11",
                "/settings/canned-answers",
                "/sessions/0b6f7d1e-5b1c-4f7e-9c58-1f4a3c1f7a11",
                "/account",
                "/sites/"
            })
    void consoleDrawsItsPagesItself(String path) {
        assertThat(PageRoutes.file(path, "/ui/")).contains("/index.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my", "/my/", "/my/0b6f7d1e-5b1c-4f7e-9c58-1f4a3c1f7a11"})
    void customersPageDrawsWhatIsBelowItItself(String path) {
        assertThat(PageRoutes.file(path, "/ui/")).contains("/my/index.html");
    }

    @Test
    void filesAreWhereTheyAreNamed() {
        assertThat(PageRoutes.file("/assets/index-1.js", "/ui/")).contains("/assets/index-1.js");
        assertThat(PageRoutes.file("/demo/", "/ui/")).contains("/demo/index.html");
        assertThat(PageRoutes.file("/connect", "/ui/")).contains("/connect/index.html");
        assertThat(PageRoutes.file("/connect/7K3M-9QXD", "/ui/")).contains("/connect/index.html");
        assertThat(PageRoutes.file("/connect/connect.js", "/ui/")).contains("/connect/connect.js");
        assertThat(PageRoutes.file("/check", "/ui/")).contains("/check/index.html");
        assertThat(PageRoutes.file("/mirror", "/ui/")).contains("/mirror.html");
        assertThat(PageRoutes.file("/help", "/ui/")).contains("/help/index.html");
        assertThat(PageRoutes.file("/api/docs", "/ui/")).contains("/api/docs/index.html");
        assertThat(PageRoutes.file("/api/docs/swagger-ui/swagger-ui.css", "/ui/"))
                .contains("/ui/swagger-ui.css");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../application.properties",
                "/.hidden",
                "/a//b",
                "/demo/%2e%2e/x",
                "/a b",
                "/sessions/x.js/../y"
            })
    void nothingElseIsAFile(String path) {
        assertThat(PageRoutes.file(path, "/ui/")).isEmpty();
    }
}
