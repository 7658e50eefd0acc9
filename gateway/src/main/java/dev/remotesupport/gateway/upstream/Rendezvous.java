package dev.remotesupport.gateway.upstream;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Rendezvous hashing (highest random weight): every gateway ranks the replicas for a key the same, and a replica that
 * comes or goes moves only the keys that it gains or held.
 */
final class Rendezvous {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Rendezvous() {}

    static List<Replica> ranked(String key, Collection<Replica> replicas) {
        return replicas.stream()
                .sorted(Comparator.comparingLong((Replica replica) -> weight(key, replica))
                        .reversed()
                        .thenComparing(Replica::id))
                .toList();
    }

    private static long weight(String key, Replica replica) {
        long hash = FNV_OFFSET;
        for (byte each : (key + "@" + replica.id()).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * FNV_PRIME;
        }
        return mixed(hash);
    }

    /** The finaliser of MurmurHash3: without it, keys that differ in few bits would rank alike. */
    private static long mixed(long hash) {
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
