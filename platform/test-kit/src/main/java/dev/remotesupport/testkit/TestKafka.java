package dev.remotesupport.testkit;

/** The broker of this JVM, for tests without Quarkus. */
public final class TestKafka {
    private TestKafka() {}

    /** The value of {@code kafka.bootstrap.servers}; starts the broker at the first call. */
    public static String bootstrapServers() {
        return Infrastructure.ofThisJvm().bootstrapServers();
    }
}
