package dev.remotesupport.bench;

import java.nio.file.Path;
import java.util.List;

/** Runs one scenario by its name and writes its result to {@code bench/results/}. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            System.err.println(
                    "usage: bench/run chat|echo|page|control|call|call-relayed|calls|resume|recording|snapshots|rooms|idle|outbox|claims|history|consoles|queue|find [--credentials .local/credentials.json] [name=value ...]");
            System.exit(2);
        }
        var settings = Settings.of(List.of(arguments).subList(1, arguments.length));
        var report = switch (arguments[0]) {
            case "chat" -> new ChatScenario(settings).run();
            case "echo" -> new EchoScenario(settings).run();
            case "page" -> new PageScenario(settings).run();
            case "control" -> new ControlScenario(settings).run();
            case "call" -> new CallScenario(settings, false).run();
            case "call-relayed" -> new CallScenario(settings, true).run();
            case "calls" -> new CallsScenario(settings).run();
            case "resume" -> new ResumeScenario(settings).run();
            case "recording" -> new RecordingScenario(settings).run();
            case "snapshots" -> new SnapshotScenario(settings).run();
            case "rooms" -> new RoomsScenario(settings).run();
            case "idle" -> new IdleScenario(settings).run();
            case "claims" -> new ClaimsScenario(settings).run();
            case "history" -> new HistoryScenario(settings).run();
            case "consoles" -> new ConsolesScenario(settings).run();
            case "queue" -> new QueueScenario(settings).run();
            case "find" -> new FindScenario(settings).run();
            case "outbox" -> new OutboxScenario(settings).run();
            default -> throw new IllegalArgumentException("no scenario " + arguments[0]);
        };
        report.write(
                Path.of("bench/results", arguments[0] + ".md"),
                "bench/run " + String.join(" ", arguments).replaceAll(" --credentials \\S+", ""));
        System.exit(0);
    }
}
