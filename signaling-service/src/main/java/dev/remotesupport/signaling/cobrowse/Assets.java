package dev.remotesupport.signaling.cobrowse;

import dev.remotesupport.contracts.signal.SignalFromClient.CobrowseAsset;
import java.util.Collection;
import java.util.LinkedHashMap;

/** The pictures and fonts that one tab has sent, for technicians who come late. The oldest make room for new ones. */
final class Assets {

    /** Characters of all together. */
    static final int BOUND = 6 * 1024 * 1024;

    private final LinkedHashMap<String, CobrowseAsset> kept = new LinkedHashMap<>();
    private int size;

    void add(CobrowseAsset asset) {
        forget(kept.remove(asset.hash()));
        kept.put(asset.hash(), asset);
        size += asset.data().length();
        while (size > BOUND) {
            forget(kept.pollFirstEntry().getValue());
        }
    }

    Collection<CobrowseAsset> all() {
        return kept.values();
    }

    void clear() {
        kept.clear();
        size = 0;
    }

    private void forget(CobrowseAsset asset) {
        if (asset != null) {
            size -= asset.data().length();
        }
    }
}
