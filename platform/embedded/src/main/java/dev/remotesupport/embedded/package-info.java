/**
 * Real Postgres and Kafka for local starts and tests, and the schema, roles and grants of a service.
 *
 * <p>Nothing here is used in production: there, Postgres and Kafka are given, and only what {@link
 * dev.remotesupport.embedded.ServiceDatabase} does is repeated by the deployment's migration job.
 */
package dev.remotesupport.embedded;
