package dev.remotesupport.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BearerTest {

    @Test
    void tokenIsFoundBesideOurProtocol() {
        assertThat(Bearer.ofSubprotocols("remote-support.v1, bearer.a.b.c")).contains("a.b.c");
        assertThat(Bearer.ofSubprotocols("bearer.a.b.c,remote-support.v1")).contains("a.b.c");
    }

    @Test
    void tokenAloneIsNotEnough() {
        assertThat(Bearer.ofSubprotocols("bearer.a.b.c")).isEmpty();
        assertThat(Bearer.ofSubprotocols("remote-support.v1")).isEmpty();
        assertThat(Bearer.ofSubprotocols("")).isEmpty();
    }
}
