package dev.remotesupport.contracts;

/** A frame that cannot be taken. Its message is one clear sentence that may be sent back and repeats nothing of the frame. */
public final class FrameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final CloseCode closeCode;

    FrameException(CloseCode closeCode, String sentence) {
        // No stack trace: a flood of bad frames must stay cheap, and the cause lies with the sender.
        super(sentence, null, false, false);
        this.closeCode = closeCode;
    }

    /** {@link CloseCode#MALFORMED} or, for a type that is not known here, {@link CloseCode#UNEXPECTED}. */
    public CloseCode closeCode() {
        return closeCode;
    }
}
