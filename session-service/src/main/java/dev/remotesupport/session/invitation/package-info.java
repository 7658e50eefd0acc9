/** Sessions to which the technician invites: by a code that the customer types, or by a Yes on a page of a site. */
package dev.remotesupport.session.invitation;
