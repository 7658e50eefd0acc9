/** How one hears the other side. */
export interface Hearing {
  lossPercent: number;
  jitterMs: number;
  roundTripMs: number;
}

/** What the connection has counted so far. */
export interface Received {
  packets: number;
  lost: number;
}

interface Inbound extends RTCInboundRtpStreamStats {
  kind: string;
}

/** Reads the sound's figures, over what came since `before`. */
export function heard(
  report: RTCStatsReport,
  before: Received = NOTHING,
): { hearing: Hearing | undefined; received: Received } {
  const received = { ...NOTHING };
  let jitter = 0;
  let roundTrip: number | undefined;
  let reported: number | undefined;
  report.forEach((one: RTCStats) => {
    if (one.type === "inbound-rtp" && (one as Inbound).kind === "audio") {
      const inbound = one as Inbound;
      received.packets += inbound.packetsReceived ?? 0;
      received.lost += inbound.packetsLost ?? 0;
      jitter = Math.max(jitter, inbound.jitter ?? 0);
    } else if (one.type === "candidate-pair") {
      const pair = one as RTCIceCandidatePairStats;
      if (pair.nominated && pair.state === "succeeded") roundTrip = pair.currentRoundTripTime ?? roundTrip;
    } else if (one.type === "remote-inbound-rtp" && (one as Inbound).kind === "audio") {
      // Not every browser measures the way itself.
      reported = (one as { roundTripTime?: number }).roundTripTime ?? reported;
    }
  });
  const packets = received.packets - before.packets;
  // Late ones are taken off what was lost.
  const lost = Math.max(0, received.lost - before.lost);
  const hearing =
    packets > 0
      ? {
          lossPercent: (100 * lost) / (packets + lost),
          jitterMs: 1000 * jitter,
          roundTripMs: 1000 * (roundTrip ?? reported ?? 0),
        }
      : undefined;
  return { hearing, received };
}

const NOTHING: Received = { packets: 0, lost: 0 };
