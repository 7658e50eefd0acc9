/** The replicas of the services behind the gateway: which to try, in which order, and what to do when one is away. */
package dev.remotesupport.gateway.upstream;
