package dev.remotesupport.testkit;

/**
 * Takes Postgres or Kafka away and brings it back on the same port with the same data. Stop only what has been started:
 * by {@link ServiceInfrastructure}, {@link TestDatabase} or {@link EventCollector}. Always bring it back, in a finally.
 */
public final class Outage {
    private Outage() {}

    public static void stopPostgres() {
        Infrastructure.ofThisJvm().stopPostgres();
    }

    public static void startPostgres() {
        Infrastructure.ofThisJvm().startPostgres();
    }

    public static void stopKafka() {
        Infrastructure.ofThisJvm().stopKafka();
    }

    public static void startKafka() {
        Infrastructure.ofThisJvm().startKafka();
    }
}
