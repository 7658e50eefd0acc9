/** What is done to a session by hand: taking it, naming its machine, ending it. */
package dev.remotesupport.session.desk;
