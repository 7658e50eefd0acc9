/** When an organisation is open and when a member of its staff works: weekly hours in a time zone, with holidays. */
package dev.remotesupport.session.schedule;
