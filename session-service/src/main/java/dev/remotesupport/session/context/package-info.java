/** Who the customer of a session is, for those who help: past sessions, cases, page, machine and place. */
package dev.remotesupport.session.context;
