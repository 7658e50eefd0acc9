package dev.remotesupport.chat.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remotesupport.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {

    static Stream<Arguments> welcome() {
        var docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        var xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        return Stream.of(
                Arguments.of("cart.png", Pictures.of("png", 20, 10), "image/png"),
                Arguments.of("photo.JPG", Pictures.of("jpg", 20, 10), "image/jpeg"),
                Arguments.of("anim.gif", Pictures.of("gif", 20, 10), "image/gif"),
                Arguments.of("invoice.pdf", text("%PDF-1.7\n%âãÏÓ\n1 0 obj"), "application/pdf"),
                Arguments.of("server.log", text("2026-11-26 10:00 started\n"), "text/plain"),
                Arguments.of("prices.csv", text("name,price\ntea,3\n"), "text/plain"),
                Arguments.of("notes.txt", text("naïve café ☕"), "text/plain"),
                Arguments.of("letter.docx", Zips.of("[Content_Types].xml", "word/document.xml"), docx),
                Arguments.of("sums.xlsx", Zips.of("docProps/app.xml", "[Content_Types].xml", "xl/workbook.xml"), xlsx),
                Arguments.of("logs.zip", Zips.of("a.log", "b.log"), "application/zip"));
    }

    @ParameterizedTest
    @MethodSource("welcome")
    void typesAreFoundByLookingInside(String name, byte[] content, String type) {
        var found = Inspection.of(content, name);

        assertThat(found.mediaType()).isEqualTo(type);
        assertThat(found.name()).isEqualTo(name);
        assertThat(found.preview().isPresent()).isEqualTo(type.startsWith("image/"));
    }

    static Stream<Arguments> unwelcome() {
        return Stream.of(
                Arguments.of("page.html", text("<!DOCTYPE html><html><body>hi</body></html>"), "file-type-not-allowed"),
                Arguments.of("page.png", text("<html><script>alert(1)</script></html>"), "file-type-not-allowed"),
                Arguments.of(
                        "logo.svg",
                        text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"),
                        "file-type-not-allowed"),
                Arguments.of(
                        "logo.png",
                        text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
                        "file-type-not-allowed"),
                Arguments.of("setup.exe", text("MZ\u0090\0\3\0\0\0\4\0\0\0ÿÿ\0\0¸"), "file-type-not-allowed"),
                Arguments.of("photo.jpg", text("MZ\u0090\0\3\0\0\0\4\0\0\0ÿÿ\0\0¸"), "file-type-not-allowed"),
                Arguments.of("run.sh", text("#!/bin/sh\nrm -rf /\n"), "file-type-not-allowed"),
                Arguments.of("script.js", text("alert(1)"), "file-misnamed"),
                Arguments.of("start.bat", text("echo hello"), "file-misnamed"),
                Arguments.of("invoice.pdf", Pictures.of("png", 20, 10), "file-misnamed"),
                Arguments.of("invoice.pdf.exe", text("%PDF-1.7\n"), "file-misnamed"),
                Arguments.of("app.jar", Zips.of("META-INF/MANIFEST.MF", "A.class"), null));
    }

    @ParameterizedTest
    @MethodSource("unwelcome")
    void filesThatRunRenderOrLieAreRefused(String name, byte[] content, String code) {
        assertThatThrownBy(() -> Inspection.of(content, name))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    if (code != null) {
                        assertThat(refused.kind().code()).isEqualTo(code);
                    }
                });
    }

    @Test
    void aNameWithoutEndingGetsTheRightOne() {
        assertThat(Inspection.of(Pictures.of("png", 2, 2), "screenshot").name()).isEqualTo("screenshot.png");
    }

    @Test
    void aZipBombIsRefusedHoweverItIsCalled() {
        assertUnsafe(Zips.bomb(50 * 1024 * 1024), "logs.zip");
        assertUnsafe(Zips.bomb(50 * 1024 * 1024), "letter.docx");
        assertUnsafe(Zips.withEntries(Archive.ENTRIES + 1), "logs.zip");
    }

    @Test
    void anArchiveWhoseDirectoryDeclaresTooMuchIsRefusedUnread() {
        var zip = Zips.of("a.log");
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(zip.length - 22 + 16);
        bytes.putInt(directory + 24, Integer.MAX_VALUE);

        assertUnsafe(zip, "logs.zip");
    }

    @Test
    void aDamagedArchiveIsRefused() {
        var zip = Zips.of("a.log", "b.log");

        assertUnsafe(Arrays.copyOf(zip, zip.length - 30), "logs.zip");
    }

    @Test
    void whatIsLargeButHonestIsWelcome() {
        assertThat(Inspection.of(Zips.bomb(9 * 1024 * 1024), "logs.zip").mediaType())
                .isEqualTo("application/zip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "../../etc/passwd",
                "a/b.txt",
                "C:\\secret.txt",
                ".htaccess",
                "..",
                "line\nbreak.txt",
                "nul\0.txt",
                "photo\u202Egpj.exe"
            })
    void namesThatArePathsOrDeceiveAreRefused(String name) {
        assertThatThrownBy(() -> Inspection.checkName(name))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.kind().code()).isEqualTo("file-name-not-allowed"));
    }

    @Test
    void namesAreBounded() {
        Inspection.checkName("ä".repeat(200));
        Inspection.checkName("família 👨‍👩‍👧 <script>.png");

        assertThatThrownBy(() -> Inspection.checkName("a".repeat(10_000))).isInstanceOf(ProblemException.class);
    }

    private static void assertUnsafe(byte[] content, String name) {
        assertThatThrownBy(() -> Inspection.of(content, name))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.kind().code()).isEqualTo("file-unsafe"));
    }

    private static byte[] text(String text) {
        return text.getBytes(text.startsWith("MZ") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
}
