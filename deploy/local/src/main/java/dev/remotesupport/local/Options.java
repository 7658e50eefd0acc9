package dev.remotesupport.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What {@code ./run} was asked for.
 *
 * @param port of the first gateway; a second one gets the next
 * @param data folder of everything that survives a restart
 * @param replicas processes of each service behind the gateway
 * @param gateways processes of the gateway
 * @param measure print time and memory once ready, then stop
 */
record Options(int port, Path data, int replicas, int gateways, boolean measure, boolean help) {
    static final String HELP = """
            Starts Remote Support on this machine, with Postgres and Kafka of its own.

              ./run [options]

              --port 8080      the address is http://localhost:8080
              --data .local    where database, credentials and logs are kept
              --replicas 1     processes of each service behind the gateway
              --gateways 1     gateways; the first listens on --port, the next on the port after it
              --measure        print the time it took and the memory it needs, then stop
              --help           this text

            Ctrl-C stops all of it. The data stays; delete the folder to begin anew.
            """;

    static Options of(List<String> arguments) {
        var options = new Options(8080, Path.of(".local"), 1, 1, false, false);
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            String word = words.next();
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            options = switch (name) {
                case "--measure" ->
                    new Options(options.port, options.data, options.replicas, options.gateways, true, options.help);
                case "--help", "-h" ->
                    new Options(options.port, options.data, options.replicas, options.gateways, options.measure, true);
                case "--port", "--data", "--replicas", "--gateways" -> {
                    if (equals < 0 && !words.hasNext()) {
                        throw new StartFailure(name + " needs a value. See ./run --help.");
                    }
                    yield options.with(name, equals < 0 ? words.next() : word.substring(equals + 1));
                }
                default -> throw new StartFailure("There is no option " + word + ". See ./run --help.");
            };
        }
        return options;
    }

    String baseUrl() {
        return "http://localhost:" + port;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--data" -> new Options(port, Path.of(value), replicas, gateways, measure, help);
            case "--port" -> new Options(number(name, value, 1, 65_000), data, replicas, gateways, measure, help);
            case "--replicas" -> new Options(port, data, number(name, value, 1, 4), gateways, measure, help);
            default -> new Options(port, data, replicas, number(name, value, 1, 4), measure, help);
        };
    }

    private static int number(String name, String value, int least, int most) {
        if (value.matches("\\d{1,6}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new StartFailure("%s takes a number from %d to %d, not '%s'.".formatted(name, least, most, value));
    }
}
