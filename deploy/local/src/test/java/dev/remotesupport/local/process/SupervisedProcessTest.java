package dev.remotesupport.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTest {
    private static final Backoff QUICK =
            new Backoff(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(60));

    @TempDir
    Path folder;

    private final List<String> reports = new CopyOnWriteArrayList<>();
    private SupervisedProcess process;

    @AfterEach
    void stop() throws InterruptedException {
        process.stop();
        process.awaitStop();
    }

    @Test
    void aKilledProcessIsStartedAgain() {
        process = started("echo begun; exec sleep 60");
        long first = pidOnceRunning(0);

        kill(first);

        assertThat(pidOnceRunning(first)).isNotEqualTo(first);
        assertThat(reports).singleElement().asString().startsWith("chat-service-1 ended unexpectedly (exit code 137)");
        await().until(() -> process.log().tail(10).equals(List.of("begun", "begun")));
    }

    @Test
    void aStoppedProcessStaysStopped() throws InterruptedException {
        process = started("exec sleep 60");
        long pid = pidOnceRunning(0);

        process.stop();
        process.awaitStop();

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(process.pid()).isZero();
        assertThat(reports).isEmpty();
    }

    @Test
    void whatDiesAtOnceIsStartedEverMoreSeldom() {
        process = started("exit 3");

        await().until(() -> process.deaths() >= 4);

        assertThat(QUICK.after(1)).isEqualTo(Duration.ofMillis(50));
        assertThat(QUICK.after(2)).isEqualTo(Duration.ofMillis(100));
        assertThat(QUICK.after(30)).isEqualTo(Duration.ofMillis(200));
        assertThat(QUICK.trusts(Duration.ofSeconds(61))).isTrue();
    }

    @Test
    void aLogIsBounded() throws Exception {
        process = started("i=0; while [ $i -lt 3000 ]; do echo 0123456789; i=$((i + 1)); done; exec sleep 60");

        await().until(() -> Files.exists(folder.resolve("test.log.1")));

        assertThat(Files.size(folder.resolve("test.log.1"))).isLessThan(1000 + (16 << 10) + 1);
    }

    private SupervisedProcess started(String script) {
        var supervised = new SupervisedProcess(
                "chat-service-1",
                List.of("/bin/sh", "-c", script),
                folder,
                new BoundedLog(folder.resolve("test.log"), 1000),
                reports::add,
                QUICK);
        supervised.start();
        return supervised;
    }

    private long pidOnceRunning(long other) {
        await().until(() -> process.pid() != 0 && process.pid() != other);
        return process.pid();
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }
}
