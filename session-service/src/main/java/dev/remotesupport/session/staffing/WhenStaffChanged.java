package dev.remotesupport.session.staffing;

import java.util.UUID;

/** Who wants to know that somebody of an organisation may take more or other sessions now. Never waits and never fails. */
public interface WhenStaffChanged {

    void changed(UUID organisation);
}
