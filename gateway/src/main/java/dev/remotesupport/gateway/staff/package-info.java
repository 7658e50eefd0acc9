/** The staff of an organisation, managed by its admins. */
package dev.remotesupport.gateway.staff;
