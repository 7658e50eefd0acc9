/** Who may see which session, and the door to it. */
package dev.remotesupport.session.access;
