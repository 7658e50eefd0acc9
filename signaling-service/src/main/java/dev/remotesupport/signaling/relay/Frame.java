package dev.remotesupport.signaling.relay;

import dev.remotesupport.contracts.FrameJson;
import dev.remotesupport.contracts.signal.SignalFromServer;
import java.util.UUID;

/**
 * One encoded message on its way out.
 *
 * @param rule what may become of it when the connection is slow
 * @param lane messages of one lane replace or follow each other: a participant's pointer, a tab's recording
 * @param start whether its lane can begin with it
 */
public record Frame(RelayRule rule, String lane, boolean start, String text) {

    /** Encodes once; the same frame may go to many. */
    public static Frame of(SignalFromServer signal) {
        return new Frame(RelayRule.of(signal), lane(signal), starts(signal), FrameJson.write(signal));
    }

    /** Characters, which for mostly Latin text is close to bytes. */
    int size() {
        return text.length();
    }

    /** The lane of a tab's recording. */
    public static String lane(UUID tab) {
        return tab.toString();
    }

    private static String lane(SignalFromServer signal) {
        return switch (signal) {
            case SignalFromServer.CobrowseEvents events -> lane(events.participant());
            case SignalFromServer.CobrowseAsset asset -> lane(asset.participant()) + asset.hash();
            case SignalFromServer.PointerMove move -> lane(move.from());
            case SignalFromServer.ControlHover hover -> lane(hover.from());
            default -> "";
        };
    }

    private static boolean starts(SignalFromServer signal) {
        return !(signal instanceof SignalFromServer.CobrowseEvents events) || events.keyframe();
    }
}
