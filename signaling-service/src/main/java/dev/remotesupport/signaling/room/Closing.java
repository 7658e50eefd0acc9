package dev.remotesupport.signaling.room;

/** Why a room should close; whoever hears it looks after the connections, the lease and the books. */
interface Closing {

    /** Nobody is in it, and nobody is expected. */
    void empty();

    /** Its session is over. */
    void ended();

    /** Its lease is another replica's by now. */
    void lost();
}
