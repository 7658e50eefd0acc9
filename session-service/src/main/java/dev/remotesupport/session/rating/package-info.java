/** What customers think of the help: once for each session. */
package dev.remotesupport.session.rating;
