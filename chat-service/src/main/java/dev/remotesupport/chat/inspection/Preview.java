package dev.remotesupport.chat.inspection;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * A small picture of an image, drawn anew: whatever else was hidden in the file, such as a script or where it was taken, is not
 * in it. A photo stands upright, as its camera noted.
 */
public record Preview(byte[] content, String mediaType) {

    static final int EDGE = 800;
    static final long PIXELS = 30_000_000;

    /** What its encoded pixels can come to, more or less. */
    public static final long MOST_BYTES = 2_000_000;

    /** Nothing where it is no image that can be decoded, or one of too many pixels; they are counted before decoding. */
    static Optional<Preview> of(byte[] image) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(image))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return isModest(reader)
                        ? Optional.of(encode(Orientation.of(image).apply(scale(decode(reader)))))
                        : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException damaged) {
            // The decoders answer damaged images with whatever exception they run into.
            return Optional.empty();
        }
    }

    private static boolean isModest(ImageReader reader) throws IOException {
        return (long) reader.getWidth(0) * reader.getHeight(0) <= PIXELS;
    }

    /** Takes in every n-th pixel only, so that a large photo costs little memory. */
    private static BufferedImage decode(ImageReader reader) throws IOException {
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * EDGE));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage scale(BufferedImage image) {
        double factor = Math.min(1, (double) EDGE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        boolean clear = image.getColorModel().hasAlpha();
        var scaled = new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var canvas = scaled.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.drawImage(image, 0, 0, width, height, clear ? null : Color.WHITE, null);
        } finally {
            canvas.dispose();
        }
        return scaled;
    }

    private static Preview encode(BufferedImage image) throws IOException {
        var format = image.getColorModel().hasAlpha() ? "png" : "jpeg";
        var encoded = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, encoded)) {
            throw new IOException("no encoder for " + format);
        }
        return new Preview(encoded.toByteArray(), "image/" + format);
    }
}
