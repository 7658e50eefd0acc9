package dev.remotesupport.local;

import dev.remotesupport.embedded.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which processes there are and where they listen. Only the gateways have ports that people know. */
record Layout(List<Instance> instances) {
    static Layout of(Options options) {
        var instances = new ArrayList<Instance>();
        for (Service service : Service.values()) {
            boolean gateway = service == Service.GATEWAY;
            for (int number = 1; number <= (gateway ? options.gateways() : options.replicas()); number++) {
                int port = gateway ? known(options.port() + number - 1) : Ports.free();
                instances.add(new Instance(service, number, port, Ports.free()));
            }
        }
        return new Layout(List.copyOf(instances));
    }

    List<Instance> of(Service service) {
        return instances.stream().filter(each -> each.service() == service).toList();
    }

    /** The peer of a process: the one with its number, so that each replica has company of its own. */
    Instance peer(Service service, int number) {
        var all = of(service);
        return all.get((number - 1) % all.size());
    }

    /** The addresses of a service, as a list in a configuration. */
    String addresses(Service service) {
        return of(service).stream().map(Instance::url).collect(Collectors.joining(","));
    }

    private static int known(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (IOException e) {
            throw new StartFailure(
                    "Port %d is taken by another program. Stop that one, or choose another port: ./run --port %d"
                            .formatted(port, port + 1),
                    e);
        }
    }
}
