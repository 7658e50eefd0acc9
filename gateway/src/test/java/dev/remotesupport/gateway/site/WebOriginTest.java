package dev.remotesupport.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTest {

    @Test
    void originHasOneSpelling() {
        assertThat(WebOrigin.of("HTTPS://Shop.Example:443/")).contains(new WebOrigin("https://shop.example"));
        assertThat(WebOrigin.of("http://localhost:8080")).contains(new WebOrigin("http://localhost:8080"));
        assertThat(WebOrigin.of(URI.create("http://shop.example:80/path")))
                .isEqualTo(new WebOrigin("http://shop.example"));
        assertThat(WebOrigin.of("http", "my_host", 8080)).isEqualTo(new WebOrigin("http://my_host:8080"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "shop.example",
                "https://*.example",
                "https://shop.example/path",
                "https://shop.example?q",
                "https://user@shop.example",
                "ftp://shop.example",
                "javascript:alert(1)"
            })
    void everythingElseIsNone(String text) {
        assertThat(WebOrigin.of(text)).isEmpty();
    }
}
