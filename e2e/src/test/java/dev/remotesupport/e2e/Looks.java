package dev.remotesupport.e2e;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** How alike two screenshots are. */
final class Looks {

    /** Smoothed edges of letters differ by so much of 255 and still look the same. */
    private static final int TOLERANCE = 48;

    private Looks() {}

    /** The share of pixels that look different, from 0 to 1; different sizes are compared where they overlap. */
    static double difference(byte[] one, byte[] other) {
        var a = read(one);
        var b = read(other);
        int width = Math.min(a.getWidth(), b.getWidth());
        int height = Math.min(a.getHeight(), b.getHeight());
        long different = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (differs(a.getRGB(x, y), b.getRGB(x, y))) {
                    different++;
                }
            }
        }
        return (double) different / ((long) width * height);
    }

    private static boolean differs(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff)) > TOLERANCE) {
                return true;
            }
        }
        return false;
    }

    private static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
