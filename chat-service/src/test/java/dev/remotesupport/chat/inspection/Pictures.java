package dev.remotesupport.chat.inspection;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Images for tests. */
public final class Pictures {

    private Pictures() {}

    public static byte[] of(String format, int width, int height) {
        int colours = format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, colours), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * A photo whose camera was held so that it notes this orientation; upright it is red at its top left, green at its top right,
     * blue at its bottom left and white at its bottom right.
     *
     * @param tag as Exif names them: which sides the first row and the first column of what is stored are
     */
    static byte[] photo(int tag, int width, int height) {
        boolean onItsSide = tag >= 5;
        var stored =
                new BufferedImage(onItsSide ? height : width, onItsSide ? width : height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < stored.getHeight(); row++) {
            for (int column = 0; column < stored.getWidth(); column++) {
                int across = onItsSide ? row : column;
                int down = onItsSide ? column : row;
                boolean fromRight = tag == 2 || tag == 3 || tag == 6 || tag == 7;
                boolean fromBottom = tag == 3 || tag == 4 || tag == 7 || tag == 8;
                int x = fromRight ? width - 1 - across : across;
                int y = fromBottom ? height - 1 - down : down;
                stored.setRGB(column, row, colour(x < width / 2, y < height / 2).getRGB());
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(stored, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withExif(bytes.toByteArray(), tag);
    }

    static Color colour(boolean left, boolean top) {
        return left ? top ? Color.RED : Color.BLUE : top ? Color.GREEN : Color.WHITE;
    }

    /** Exif is a small TIFF in a segment of its own, right behind the start of the image. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        var tiff = ByteBuffer.allocate(26)
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
        return ByteBuffer.allocate(jpeg.length + 10 + tiff.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + 6 + tiff.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
