const WANTED = ["useinbandfec=1", "usedtx=1"];

/**
 * A description that asks the other side to speak with forward error correction, and to send next to nothing in silence.
 * How much it sends beyond that follows the line: browsers measure it.
 */
export function forSpeech(sdp: string): string {
  const payload = /^a=rtpmap:(\d+) opus\/48000/im.exec(sdp)?.[1];
  if (!payload) return sdp;
  return sdp.replace(new RegExp(`^(a=fmtp:${payload} )(.*)$`, "m"), (_, begin: string, said: string) => {
    const names = WANTED.map((one) => one.split("=")[0]);
    const others = said.split(";").filter((one) => !names.includes(one.trim().split("=")[0]));
    return begin + [...others, ...WANTED].join(";");
  });
}
