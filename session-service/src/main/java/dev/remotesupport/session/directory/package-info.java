/** Finding sessions: one, or a page of a list. */
package dev.remotesupport.session.directory;
