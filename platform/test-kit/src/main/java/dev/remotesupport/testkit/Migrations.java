package dev.remotesupport.testkit;

import java.util.List;
import java.util.stream.Stream;

/** The migrations on the class path: the platform's and the service's own, whichever are there. */
final class Migrations {
    private Migrations() {}

    static List<String> ofThisModule() {
        return Stream.of("db/platform", "db/migration")
                .filter(folder -> ClassLoader.getSystemResource(folder) != null)
                .map(folder -> "classpath:" + folder)
                .toList();
    }
}
