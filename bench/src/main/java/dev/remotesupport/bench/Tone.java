package dev.remotesupport.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A tone that goes up and down without a pause, so that no suppression of noise takes it for one. */
final class Tone {

    private static final int RATE = 48_000;
    private static final int LOUD = 12_000;

    private Tone() {}

    /** A sound file that Chromium plays as a microphone, over and over. */
    static byte[] wav(int seconds) {
        int samples = RATE * seconds;
        var file = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        var unused = file.put(ascii("RIFF")).putInt(36 + 2 * samples).put(ascii("WAVEfmt "));
        // One channel of signed 16 bit.
        unused = file.putInt(16).putShort((short) 1).putShort((short) 1);
        unused = file.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16);
        unused = file.put(ascii("data")).putInt(2 * samples);
        double phase = 0;
        for (int i = 0; i < samples; i++) {
            double pitch = 500 + 250 * Math.sin(2 * Math.PI * 4 * i / RATE);
            phase += 2 * Math.PI * pitch / RATE;
            unused = file.putShort((short) (LOUD * Math.sin(phase)));
        }
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
