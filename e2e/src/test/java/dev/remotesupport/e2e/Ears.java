package dev.remotesupport.e2e;

import com.microsoft.playwright.Page;
import java.util.List;

/** What a page hears in a call: the sound that comes out of its decoders. */
record Ears(Page page) {

    /** Remembers the connections of a page, so that a test can ask what came by them. */
    private static final String REMEMBER_CONNECTIONS = """
            const Connection = window.RTCPeerConnection;
            window.connections = [];
            if (Connection) window.RTCPeerConnection = class extends Connection {
              constructor(...all) {
                super(...all);
                window.connections.push(this);
              }
            };
            """;

    /** Whether more sound was heard, loud enough for a tone, than when it was asked before. */
    private static final String HEARS = """
            async () => {
              let energy = 0;
              for (const connection of window.connections) {
                if (connection.connectionState !== "connected") continue;
                for (const [, report] of await connection.getStats())
                  if (report.type === "inbound-rtp" && report.kind === "audio") energy += report.totalAudioEnergy ?? 0;
              }
              const before = window.heard ?? energy;
              window.heard = energy;
              return energy > before + 0.00001;
            }
            """;

    /** Before the page is opened: its browser has a microphone and a camera, and may use them. */
    static Ears of(Page page) {
        page.addInitScript(REMEMBER_CONNECTIONS);
        page.context().grantPermissions(List.of("microphone", "camera"));
        return new Ears(page);
    }

    /** Waits until there is sound. */
    void sound() {
        var unused = page.waitForFunction(HEARS, null, new Page.WaitForFunctionOptions().setPollingInterval(500));
    }
}
