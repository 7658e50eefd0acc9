/**
 * What a service's tests stand on. Quarkus tests: {@code @WithTestResource(ServiceInfrastructure.class)}. Plain tests:
 * {@link dev.remotesupport.testkit.TestDatabase}. All of a JVM share one Postgres, one Kafka and one signing key.
 */
package dev.remotesupport.testkit;
