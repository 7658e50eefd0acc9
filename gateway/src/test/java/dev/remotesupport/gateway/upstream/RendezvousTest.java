package dev.remotesupport.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RendezvousTest {

    private static final int KEYS = 10_000;
    private static final List<Replica> FOUR = IntStream.range(0, 4)
            .mapToObj(number -> new Replica("10.0.0." + number, 8080))
            .toList();

    @Test
    void orderOfTheListDoesNotMatter() {
        assertThat(Rendezvous.ranked("a session", FOUR.reversed())).isEqualTo(Rendezvous.ranked("a session", FOUR));
    }

    @Test
    void keysSpreadEvenly() {
        for (var replica : FOUR) {
            assertThat(keys().filter(key -> first(key, FOUR).equals(replica)).count())
                    .isBetween(KEYS / 4L - KEYS / 40, KEYS / 4L + KEYS / 40);
        }
    }

    @Test
    void replicaThatGoesMovesItsOwnKeysOnly() {
        var three = FOUR.subList(0, 3);

        assertThat(keys()).allSatisfy(key -> {
            if (!first(key, FOUR).equals(FOUR.get(3))) {
                assertThat(first(key, three)).isEqualTo(first(key, FOUR));
            }
        });
    }

    private static Stream<String> keys() {
        return IntStream.range(0, KEYS).mapToObj(number -> "session-" + number);
    }

    private static Replica first(String key, List<Replica> replicas) {
        return Rendezvous.ranked(key, replicas).getFirst();
    }
}
