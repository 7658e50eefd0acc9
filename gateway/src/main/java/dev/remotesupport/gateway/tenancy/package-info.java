/** The only door to the entities: every transaction says on whose behalf it runs. */
package dev.remotesupport.gateway.tenancy;
