/** What the gateway's events tell of sites and staff, as far as sessions need it. */
package dev.remotesupport.session.roster;
