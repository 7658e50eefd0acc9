package dev.remotesupport.chat.attachment;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.platform.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads what is uploaded, up to its bounds in size and time. */
final class UploadBody {

    private static final int CHUNK = 16 * 1024;

    private UploadBody() {}

    /** Refuses a size before its bytes have come. */
    static void checkSize(long announced, ChatConfig.Files config) {
        if (announced > config.largest().asLongValue()) {
            throw tooLarge(config);
        }
    }

    /**
     * Reads to the end; not for an event loop.
     *
     * @throws ProblemException {@code file-too-large}, {@code file-empty}, or {@code unavailable} when it does not arrive in time
     */
    static byte[] read(InputStream body, ChatConfig.Files config) {
        var content = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        long deadline = System.nanoTime() + config.patience().toNanos();
        try {
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                content.write(chunk, 0, read);
                if (content.size() > config.largest().asLongValue()) {
                    throw tooLarge(config);
                }
                if (System.nanoTime() - deadline > 0) {
                    throw broken();
                }
            }
        } catch (IOException gone) {
            throw broken();
        }
        if (content.size() == 0) {
            throw new ProblemException(ChatProblem.FILE_EMPTY, "Send the file's bytes as the body of the request.");
        }
        return content.toByteArray();
    }

    private static ProblemException tooLarge(ChatConfig.Files config) {
        return new ProblemException(
                ChatProblem.FILE_TOO_LARGE,
                "A file has at most " + config.largest().asLongValue() / (1024 * 1024) + " MB.");
    }

    private static ProblemException broken() {
        return new ProblemException(ChatProblem.UNAVAILABLE, "The file did not arrive in time. Send it again.");
    }
}
