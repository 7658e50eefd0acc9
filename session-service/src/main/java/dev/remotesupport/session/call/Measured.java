package dev.remotesupport.session.call;

/**
 * What one side of a call measured of what it hears.
 *
 * <p>The score is that of the E-model (ITU-T G.107) as R. G. Cole and J. H. Rosenbluth reduced it to what a packet network does to a
 * voice, with the impairment by loss of a codec that conceals it: "Voice over IP performance monitoring", ACM SIGCOMM Computer
 * Communication Review 31(2), 2001.
 *
 * @param lossPercent of the packets, 0 to 100
 * @param jitterMs how unevenly they arrive
 * @param roundTripMs to the other side and back
 */
public record Measured(double lossPercent, double jitterMs, double roundTripMs) {

    /** What a path without any flaw has of 100. */
    private static final double FLAWLESS = 94.2;

    /** The length of a packet, which must be there as a whole before it is heard. */
    private static final double PACKET_MS = 20;

    /** From this delay on people begin to talk at the same time. */
    private static final double NOTICED_MS = 177.3;

    /** 1 to 5, 5 is best; a flawless call has 4.4. */
    public double score() {
        var rating = Math.clamp(FLAWLESS - byDelay() - byLoss(), 0, 100);
        var opinion = 1 + 0.035 * rating + 7e-6 * rating * (rating - 60) * (100 - rating);
        return Math.clamp(opinion, 1, 5);
    }

    /** A buffer of twice the jitter makes the arrival even. */
    private double byDelay() {
        var delay = roundTripMs / 2 + 2 * jitterMs + PACKET_MS;
        return 0.024 * delay + 0.11 * Math.max(0, delay - NOTICED_MS);
    }

    private double byLoss() {
        return 30 * Math.log(1 + 15 * lossPercent / 100);
    }
}
