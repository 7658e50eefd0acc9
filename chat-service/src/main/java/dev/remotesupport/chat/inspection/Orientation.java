package dev.remotesupport.chat.inspection;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** How a camera was held, by the Exif data of its photo: cameras store what the sensor saw and leave turning to who shows it. */
final class Orientation {

    private static final int UPRIGHT = 1;

    private final int tag;

    private Orientation(int tag) {
        this.tag = tag;
    }

    /** Upright where a photo does not say, or is no JPEG. */
    static Orientation of(byte[] photo) {
        try {
            var exif = JpegMetadataReader.readMetadata(new ByteArrayInputStream(photo), List.of(new ExifReader()))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            var tag = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return new Orientation(tag == null ? UPRIGHT : tag);
        } catch (JpegProcessingException | IOException | RuntimeException damagedOrOther) {
            return new Orientation(UPRIGHT);
        }
    }

    /** The image as it is to be seen. */
    BufferedImage apply(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var turn = switch (tag) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> null;
        };
        if (turn == null) {
            return image;
        }
        boolean onItsSide = tag >= 5;
        var turned = new BufferedImage(onItsSide ? height : width, onItsSide ? width : height, image.getType());
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, turned);
    }
}
