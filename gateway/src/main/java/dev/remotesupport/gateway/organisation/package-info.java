/** Organisations and their plans, which the operator manages. */
package dev.remotesupport.gateway.organisation;
