package dev.remotesupport.chat.inspection;

import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipInputStream;

/**
 * A zip file, which office documents are too. It is read through once and thrown away on the go, to see that it unpacks to
 * about what it seems to: both what its directory declares, where entries may overlap, and what really comes out.
 */
final class Archive {

    static final int ENTRIES = 5_000;
    static final long RATIO = 100;
    static final long SMALL = 10L * 1024 * 1024;
    static final long LARGEST = 200L * 1024 * 1024;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_BYTES = 22;
    private static final int ENTRY_BYTES = 46;
    private static final int LONGEST_COMMENT = 65_535;

    private final ByteBuffer bytes;
    private final long bound;
    private boolean contentTypes;
    private FileType office;

    private Archive(byte[] content) {
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        this.bound = Math.min(LARGEST, Math.max(SMALL, RATIO * content.length));
    }

    /**
     * Looks through it; answers which office document it is, or just {@link FileType#ZIP}.
     *
     * @throws ProblemException {@code file-unsafe} when it has too much in it, or cannot be read through
     */
    static FileType inspect(byte[] content) {
        var archive = new Archive(content);
        archive.checkDirectory();
        archive.readThrough(new ByteArrayInputStream(content));
        return archive.contentTypes && archive.office != null ? archive.office : FileType.ZIP;
    }

    private void checkDirectory() {
        int end = bytes.capacity() - END_BYTES;
        int earliest = Math.max(0, end - LONGEST_COMMENT);
        while (end >= earliest && bytes.getInt(end) != END_SIGNATURE) {
            end--;
        }
        if (end < earliest) {
            throw unreadable();
        }
        int entries = Short.toUnsignedInt(bytes.getShort(end + 10));
        long at = Integer.toUnsignedLong(bytes.getInt(end + 16));
        if (entries > ENTRIES) {
            throw unsafe();
        }
        long declared = 0;
        for (int i = 0; i < entries; i++) {
            if (at + ENTRY_BYTES > bytes.capacity() || bytes.getInt((int) at) != ENTRY_SIGNATURE) {
                throw unreadable();
            }
            declared += Integer.toUnsignedLong(bytes.getInt((int) at + 24));
            at += ENTRY_BYTES
                    + Short.toUnsignedInt(bytes.getShort((int) at + 28))
                    + Short.toUnsignedInt(bytes.getShort((int) at + 30))
                    + Short.toUnsignedInt(bytes.getShort((int) at + 32));
        }
        if (declared > bound) {
            throw unsafe();
        }
    }

    private void readThrough(InputStream content) {
        var buffer = new byte[8192];
        long unpacked = 0;
        int entries = 0;
        try (var zip = new ZipInputStream(content)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                note(entry.getName());
                if (++entries > ENTRIES) {
                    throw unsafe();
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > bound) {
                        throw unsafe();
                    }
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw unreadable();
        }
    }

    private void note(String entry) {
        switch (entry) {
            case "[Content_Types].xml" -> contentTypes = true;
            case "word/document.xml" -> office = FileType.DOCX;
            case "xl/workbook.xml" -> office = FileType.XLSX;
            case "ppt/presentation.xml" -> office = FileType.PPTX;
            default -> {}
        }
    }

    private static ProblemException unsafe() {
        return new ProblemException(ChatProblem.FILE_UNSAFE, "It would unpack to far more than it seems to hold.");
    }

    private static ProblemException unreadable() {
        return new ProblemException(
                ChatProblem.FILE_UNSAFE, "The archive is damaged or encrypted, so nobody can see what is in it.");
    }
}
