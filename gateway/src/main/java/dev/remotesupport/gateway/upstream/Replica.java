package dev.remotesupport.gateway.upstream;

import java.net.URI;

/** One process of a service. */
public record Replica(String host, int port) {

    static Replica of(URI address) {
        if (address.getHost() == null || address.getPort() < 0) {
            throw new IllegalArgumentException("Write an upstream as http://host:port, not: " + address);
        }
        return new Replica(address.getHost(), address.getPort());
    }

    /** Its {@code host:port}, by which it registers as the owner of a room. */
    public String id() {
        return host + ":" + port;
    }
}
