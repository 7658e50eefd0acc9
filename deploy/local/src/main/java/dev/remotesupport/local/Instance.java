package dev.remotesupport.local;

/**
 * One process of a service and its ports on the loopback address, which it keeps over restarts.
 *
 * @param number from 1
 */
record Instance(Service service, int number, int port, int managementPort) {
    String name() {
        return service.module() + "-" + number;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }
}
