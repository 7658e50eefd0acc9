package dev.remotesupport.gateway.door;

import java.util.HashMap;
import java.util.Map;

/** How many may be there at the same time: of all addresses together, and of each, so that none keeps the others out. */
final class Places {

    private final int most;
    private final int mostOfAnAddress;
    private final Map<String, Integer> byAddress = new HashMap<>();
    private int taken;

    Places(int most, int mostOfAnAddress) {
        this.most = most;
        this.mostOfAnAddress = mostOfAnAddress;
    }

    /** Whether there was one left; whoever got it leaves it once. */
    synchronized boolean take(String address) {
        int others = byAddress.getOrDefault(address, 0);
        if (taken >= most || others >= mostOfAnAddress) {
            return false;
        }
        byAddress.put(address, others + 1);
        taken++;
        return true;
    }

    synchronized void leave(String address) {
        byAddress.compute(address, (same, there) -> there == null || there == 1 ? null : there - 1);
        taken--;
    }

    synchronized int taken() {
        return taken;
    }
}
