package dev.remotesupport.signaling.cobrowse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remotesupport.contracts.signal.SignalFromClient.CobrowseAsset;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private final Assets assets = new Assets();

    @Test
    void keepsEachContentOnce() {
        assets.add(asset(1, 10));
        assets.add(asset(2, 10));

        assets.add(asset(1, 10));

        assertThat(assets.all()).extracting(CobrowseAsset::hash).containsExactly(hash(2), hash(1));
    }

    @Test
    void letsGoOfTheOldestWhenTheyAreTooMuch() {
        int large = 600_000;
        int fit = Assets.BOUND / large;
        for (int number = 1; number <= fit; number++) {
            assets.add(asset(number, large));
        }

        assets.add(asset(fit + 1, large));

        assertThat(assets.all()).hasSize(fit).extracting(CobrowseAsset::hash).doesNotContain(hash(1));
    }

    private static CobrowseAsset asset(int number, int size) {
        return new CobrowseAsset(hash(number), "image/png", "A".repeat(size));
    }

    private static String hash(int number) {
        return String.format("%032x", number);
    }
}
