package dev.remotesupport.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = new Places(3, 2);

    @Test
    void oneAddressLeavesPlacesToTheOthers() {
        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isTrue();

        assertThat(places.take("a")).isFalse();

        assertThat(places.take("b")).isTrue();
        assertThat(places.taken()).isEqualTo(3);
    }

    @Test
    void allAddressesTogetherHaveNoMoreThanThereAre() {
        assertThat(places.take("a")).isTrue();
        assertThat(places.take("b")).isTrue();
        assertThat(places.take("c")).isTrue();

        assertThat(places.take("d")).isFalse();
    }

    @Test
    void placeThatWasLeftIsTakenAgain() {
        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isTrue();

        places.leave("a");

        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isFalse();
    }
}
