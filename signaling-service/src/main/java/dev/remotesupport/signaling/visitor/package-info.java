/**
 * Live visitors: who is on which page of a site now, and a technician's request to see it. Each replica gathers what its own
 * connections say and writes it once a moment; whoever looks reads it from Postgres, so any number of replicas tell the same.
 */
package dev.remotesupport.signaling.visitor;
