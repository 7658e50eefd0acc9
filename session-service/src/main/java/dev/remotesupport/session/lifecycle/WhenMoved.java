package dev.remotesupport.session.lifecycle;

import dev.remotesupport.contracts.SessionState;

/** Who wants to know that a session has moved, once the transaction has committed. Never waits and never fails. */
public interface WhenMoved {

    void moved(SessionState from, Session session);
}
