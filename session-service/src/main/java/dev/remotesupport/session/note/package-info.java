/** What staff write down about a session for each other. Customers never see it. */
package dev.remotesupport.session.note;
