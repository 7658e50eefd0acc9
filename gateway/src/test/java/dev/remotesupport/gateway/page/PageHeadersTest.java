package dev.remotesupport.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageHeadersTest {

    private static final String HOST = "support.example";

    @Test
    void consoleRunsItsOwnScriptsOnlyAndIsNeverFramed() {
        String policy = policy("/sessions");

        assertThat(policy)
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'")
                .contains("connect-src 'self' ws://support.example wss://support.example;")
                .contains("img-src 'self' https: http: data: blob:;");
        assertThat(policy.substring(policy.indexOf("script-src"), policy.indexOf("style-src")))
                .doesNotContain("unsafe")
                .doesNotContain("http");
    }

    @Test
    void customersPageRunsAndShowsItsOwnOnlyAndIsNeverFramed() {
        assertThat(policy("/my"))
                .contains("script-src 'self';")
                .contains("img-src 'self' data:;")
                .contains("frame-ancestors 'none'");
        assertThat(PageHeaders.of("/my", HOST, false)).containsEntry("X-Frame-Options", "DENY");
    }

    @Test
    void mirrorHearsFromThePageThatOpenedItAndTheConsoleFromNone() {
        assertThat(PageHeaders.of("/mirror", HOST, false)).containsEntry("Cross-Origin-Opener-Policy", "unsafe-none");
        assertThat(PageHeaders.of("/queue", HOST, false)).containsEntry("Cross-Origin-Opener-Policy", "same-origin");
    }

    @Test
    void connectPageAndCheckMayUseCameraAndMicrophoneAndNoOtherPageOfCustomersIsToldSo() {
        assertThat(PageHeaders.of("/connect/ABCD-EFGH", HOST, false))
                .hasEntrySatisfying(
                        "Permissions-Policy",
                        allowed -> assertThat(allowed)
                                .contains("camera=(self)")
                                .contains("display-capture=(self)")
                                .contains("microphone=(self)")
                                .contains("geolocation=()"));
        assertThat(PageHeaders.of("/check", HOST, false))
                .containsEntry("X-Frame-Options", "DENY")
                .hasEntrySatisfying(
                        "Permissions-Policy",
                        allowed -> assertThat(allowed).contains("camera=(self)").contains("microphone=(self)"));
        assertThat(policy("/check")).contains("script-src 'self';").doesNotContain("https: http:");
        assertThat(PageHeaders.of("/help", HOST, false)).doesNotContainKey("Permissions-Policy");
    }

    @Test
    void scriptOfTheSitesMayBeUsedAnywhere() {
        var headers = PageHeaders.of("/sdk/v1.js", HOST, false);

        assertThat(headers)
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Cross-Origin-Resource-Policy", "cross-origin")
                .containsEntry("Cache-Control", "no-cache");
    }

    @Test
    void onlyNamesWithAHashAreKeptForEver() {
        assertThat(cache("/assets/index-BeMA9tPv.js")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(cache("/my/assets/index-BeMA9tPv.js")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(cache("/assets/index.js")).isEqualTo("no-cache");
        assertThat(cache("/")).isEqualTo("no-cache");
        assertThat(cache("/demo/site.json")).isEqualTo("no-cache");
        assertThat(cache("/api/sites")).isEqualTo("no-store");
    }

    @Test
    void answersOfTheApiMayDoNothing() {
        assertThat(policy("/api/sites")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void demoShopMayFrameItself() {
        assertThat(policy("/demo/")).contains("frame-ancestors 'self'");
        assertThat(PageHeaders.of("/demo/", HOST, false)).doesNotContainKey("X-Frame-Options");
    }

    @Test
    void httpsStaysHttps() {
        assertThat(PageHeaders.of("/", HOST, true)).containsKey("Strict-Transport-Security");
        assertThat(PageHeaders.of("/", HOST, false)).doesNotContainKey("Strict-Transport-Security");
    }

    private static String policy(String path) {
        return PageHeaders.of(path, HOST, false).get("Content-Security-Policy");
    }

    private static String cache(String path) {
        return PageHeaders.of(path, HOST, false).get("Cache-Control");
    }
}
