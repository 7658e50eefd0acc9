package dev.remotesupport.chat.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewTest {

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg", "gif, image/jpeg", "bmp, image/jpeg"})
    void aPreviewIsSmallAndKeepsItsShape(String format, String mediaType) throws IOException {
        var preview = Preview.of(Pictures.of(format, 2_400, 1_200)).orElseThrow();

        var image = ImageIO.read(new ByteArrayInputStream(preview.content()));
        assertThat(image.getWidth()).isEqualTo(Preview.EDGE);
        assertThat(image.getHeight()).isEqualTo(Preview.EDGE / 2);
        assertThat(preview.mediaType()).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPhotoStandsUprightHoweverTheCameraWasHeld(int orientation) throws IOException {
        var preview = Preview.of(Pictures.photo(orientation, 1_600, 800)).orElseThrow();

        var image = ImageIO.read(new ByteArrayInputStream(preview.content()));
        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(image.getHeight()).isEqualTo(400);
        for (boolean left : new boolean[] {true, false}) {
            for (boolean top : new boolean[] {true, false}) {
                var seen = new Color(image.getRGB(left ? 100 : 700, top ? 50 : 350));
                assertThat(distance(seen, Pictures.colour(left, top)))
                        .as("left %s top %s: %s", left, top, seen)
                        .isLessThan(30);
            }
        }
    }

    @Test
    void aSmallImageIsNotMadeLarger() throws IOException {
        var preview = Preview.of(Pictures.of("png", 3, 2)).orElseThrow();

        assertThat(ImageIO.read(new ByteArrayInputStream(preview.content())).getWidth())
                .isEqualTo(3);
    }

    @Test
    void nothingElseThatIsInTheFileIsInItsPreview() {
        var image = Pictures.of("png", 20, 10);
        var hidden = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var polyglot = ByteBuffer.allocate(image.length + hidden.length)
                .put(image)
                .put(hidden)
                .array();

        var preview = Preview.of(polyglot).orElseThrow();

        assertThat(new String(preview.content(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @Test
    void anImageOfTooManyPixelsIsNotDecoded() {
        var image = Pictures.of("png", 10, 10);
        var claims = ByteBuffer.wrap(image);
        claims.putInt(16, 60_000).putInt(20, 60_000);
        var checksum = new CRC32();
        checksum.update(image, 12, 17);
        claims.putInt(29, (int) checksum.getValue());

        assertThat(Preview.of(image)).isEmpty();
    }

    @Test
    void damagedImagesHaveNoPreviewAndDoNoHarm() {
        var random = new Random(7);
        for (var format : new String[] {"png", "jpg", "gif", "bmp"}) {
            var image = Pictures.of(format, 40, 30);
            for (int i = 0; i < 200; i++) {
                var damaged = image.clone();
                for (int n = 0; n < 4; n++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                assertThat(Preview.of(damaged)).isNotNull();
            }
        }
    }

    /** What JPEG loses. */
    private static int distance(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                + Math.abs(one.getGreen() - other.getGreen())
                + Math.abs(one.getBlue() - other.getBlue());
    }
}
