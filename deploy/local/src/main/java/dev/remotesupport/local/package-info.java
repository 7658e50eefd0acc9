/**
 * What {@code ./run} starts: Postgres and Kafka in this JVM, the six services as processes of their own, and on the first
 * start an operator, two organisations and somebody of every role to sign in as.
 */
package dev.remotesupport.local;
