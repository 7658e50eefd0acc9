package dev.remotesupport.e2e;

import com.microsoft.playwright.Page;
import java.util.List;

/** What a page hears in a call: the sound that comes out of its decoders. */
record Ears(Page page) {

    /** Remembers the connections of a page, and adds up what came out of their decoders. */
    private static final String LISTEN = """
            const Connection = window.RTCPeerConnection;
            window.connections = [];
            window.energy = 0;
            if (Connection) window.RTCPeerConnection = class extends Connection {
              constructor(...all) {
                super(...all);
                window.connections.push(this);
              }
            };
            setInterval(async () => {
              let energy = 0;
              for (const connection of window.connections) {
                if (connection.connectionState !== "connected") continue;
                for (const [, report] of await connection.getStats())
                  if (report.type === "inbound-rtp" && report.kind === "audio") energy += report.totalAudioEnergy ?? 0;
              }
              const now = performance.now();
              if (Math.abs(energy - window.energy) > 0.00001 || window.silence === undefined) window.lastHeard = now;
              window.silence = Math.max(window.silence ?? 0, now - window.lastHeard);
              window.energy = energy;
            }, 200);
            """;

    /** Whether more was heard since the last question, loud enough for a tone. */
    private static final String HEARS = """
            () => {
              const before = window.heard ?? window.energy;
              window.heard = window.energy;
              return window.energy > before + 0.00001;
            }
            """;

    /** Whether nothing was heard since the last question. */
    private static final String HEARS_NOTHING = """
            () => {
              const before = window.quietAt;
              window.quietAt = window.energy;
              return before !== undefined && window.energy - before < 0.00001;
            }
            """;

    private static final String WAY =
            "() => /a=ice-ufrag:(.*)/.exec(window.connections.at(-1).currentLocalDescription?.sdp ?? '')?.[1]";

    /** Before the page is opened: its browser has a microphone and a camera, and may use them. */
    static Ears of(Page page) {
        page.addInitScript(LISTEN);
        page.context().grantPermissions(List.of("microphone", "camera"));
        return new Ears(page);
    }

    /** Waits until there is a way to the other side, whether anything is heard on it or not. */
    void connected() {
        var unused =
                page.waitForFunction("() => window.connections.some((one) => one.connectionState === 'connected')");
    }

    /** Waits until there is sound. */
    void sound() {
        var unused = page.waitForFunction(HEARS, null, new Page.WaitForFunctionOptions().setPollingInterval(500));
    }

    /** Waits until there is none: of the microphone's tone, once a second, nothing comes. */
    void silence() {
        var unused =
                page.waitForFunction(HEARS_NOTHING, null, new Page.WaitForFunctionOptions().setPollingInterval(2_500));
    }

    /** From now on the longest silence counts. */
    void countSilence() {
        var unused = page.evaluate("() => { window.silence = undefined; }");
    }

    /** In seconds. The microphone's tone itself comes once in one. */
    double longestSilence() {
        return ((Number) page.evaluate("() => window.silence ?? 0")).doubleValue() / 1000;
    }

    /** By which the newest connection finds its way; another after an ICE restart. */
    String way() {
        return (String) page.evaluate(WAY);
    }

    void anotherWayThan(String before) {
        var unused = page.waitForFunction("(before) => (" + WAY + ")() !== before", before);
    }

    /** How many connections the page has made since it was loaded. */
    int connections() {
        return (Integer) page.evaluate("() => window.connections.length");
    }
}
