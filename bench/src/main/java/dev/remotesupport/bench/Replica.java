package dev.remotesupport.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** The one process of a service in a local start: what it needs, as Linux and its own metrics count it. */
final class Replica {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ProcessHandle process;
    private final URI metrics;

    /** @param service such as {@code signaling-service} */
    Replica(LocalData data, String service) throws IOException {
        var folder = data.process(service + "-1");
        process = ProcessHandle.of(
                        Long.parseLong(Files.readString(folder.resolve("pid")).strip()))
                .orElseThrow(() -> new IllegalStateException("no " + service + " runs in " + folder));
        var config = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("config/application.properties"))) {
            config.load(reader);
        }
        metrics = URI.create("http://127.0.0.1:" + config.getProperty("quarkus.management.port") + "/q/metrics");
    }

    /** Processor time since its start. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    long residentBytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What is left on the heap after a full collection. */
    long heapBytes() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        int failed = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (failed != 0) {
            throw new IllegalStateException("jcmd could not collect the heap of process " + process.pid());
        }
        return http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
