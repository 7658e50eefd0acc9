/** The facts that services tell each other through Kafka: one sealed interface per topic. */
package dev.remotesupport.contracts.event;
