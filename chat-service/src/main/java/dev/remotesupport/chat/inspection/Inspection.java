package dev.remotesupport.chat.inspection;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.platform.problem.ProblemException;
import java.util.Optional;
import org.apache.tika.Tika;

/**
 * What was found out about a file.
 *
 * @param name what its sender called it, with an ending that fits
 */
public record Inspection(String name, String mediaType, Optional<Preview> preview) {

    private static final Tika TIKA = new Tika();

    /**
     * Looks into a file. Takes its time: not for an event loop.
     *
     * @throws ProblemException {@code file-name-not-allowed}, {@code file-type-not-allowed}, {@code file-misnamed} or {@code file-unsafe}
     */
    public static Inspection of(byte[] content, String claimedName) {
        var name = new FileName(claimedName);
        var type = type(content, name);
        return new Inspection(
                named(name, type), type.mediaType(), type.isImage() ? Preview.of(content) : Optional.empty());
    }

    /** Checks a name before its file has come. */
    public static void checkName(String claimed) {
        var unused = new FileName(claimed);
    }

    private static FileType type(byte[] content, FileName name) {
        // Without the name: it is what the sender says.
        var detected = TIKA.detect(content);
        return switch (detected) {
            case "application/zip", "application/x-tika-ooxml" -> Archive.inspect(content);
            case "application/x-tika-msoffice" -> olderOffice(name);
            default -> {
                var type = FileType.of(isPlainText(detected) ? "text/plain" : detected)
                        .orElseThrow(() -> notAllowed(detected));
                if (type.mediaType().startsWith("application/vnd.oasis.opendocument")) {
                    var unused = Archive.inspect(content);
                }
                yield type;
            }
        };
    }

    /** Sources, logs and the like, which are all just text to read. */
    private static boolean isPlainText(String detected) {
        return detected.startsWith("text/") && !detected.contains("html") && !detected.contains("xml");
    }

    /** Word, Excel and PowerPoint of before 2007 look alike from outside; none of them is more dangerous than another. */
    private static FileType olderOffice(FileName name) {
        return switch (name.ending()) {
            case "xls" -> FileType.XLS;
            case "ppt" -> FileType.PPT;
            default -> FileType.DOC;
        };
    }

    private static String named(FileName name, FileType type) {
        var ending = name.ending();
        if (type.mayEndIn(ending)) {
            return name.text();
        }
        if (ending.isEmpty()) {
            return new FileName(name.text() + "." + type.ending()).text();
        }
        throw new ProblemException(
                ChatProblem.FILE_MISNAMED,
                "Its name does not fit: inside it is " + type.mediaType() + ", whose names end in ." + type.ending()
                        + ".");
    }

    private static ProblemException notAllowed(String detected) {
        return new ProblemException(
                ChatProblem.FILE_TYPE_NOT_ALLOWED,
                "Images, PDF, text, office documents and zip archives can be sent; this is " + detected + ".");
    }
}
