/** Who may take part in a session, in which seat, and as which participant. */
package dev.remotesupport.session.admission;
