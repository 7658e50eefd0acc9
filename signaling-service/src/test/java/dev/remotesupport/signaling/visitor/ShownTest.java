package dev.remotesupport.signaling.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/cart?token=s3cret#also, https://shop.example/cart",
        "https://shop.example/#access_token=s3cret, https://shop.example/",
        "https://ada:s3cret@shop.example:8443/a/b?x, https://shop.example:8443/a/b",
        "http://localhost:8080, http://localhost:8080"
    })
    void addressIsShownWithoutWhatMayBeSecret(String url, String shown) {
        assertThat(Shown.of(url, "Title", true).url()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "no address", "//shop.example/"
            })
    void whatIsNoAddressOfTheWebIsNotShown(String url) {
        assertThat(Shown.of(url, "Title", true).url()).isEmpty();
    }

    @Test
    void privateTitleStaysEmpty() {
        assertThat(Shown.of("https://shop.example/", " ", false))
                .isEqualTo(new Shown("https://shop.example/", "", false));
    }
}
