package dev.remotesupport.signaling.ice;

import dev.remotesupport.contracts.signal.IcePolicy;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The servers as somebody wants them. More than four of a kind make browsers slow to find a way.
 *
 * @param secret null leaves the one that is kept
 */
@Schema(name = "IceServersChange")
record IceChange(
        @NotNull @Size(max = 4)
        List<@NotNull @Pattern(regexp = STUN, message = "such as stun:stun.example.com:3478") String> stun,

        @NotNull @Size(max = 4)
        List<@NotNull @Pattern(regexp = TURN, message = "such as turn:turn.example.com:3478?transport=udp") String>
                turn,

        @NotNull IcePolicy policy,

        @Size(min = 16, max = 256)
        @Schema(nullable = true, description = "As the servers know it; left out, the one that is kept stays.")
        String secret) {

    private static final String HOST = "([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?";
    private static final String STUN = "stuns?:" + HOST;
    private static final String TURN = "turns?:" + HOST + "(\\?transport=(udp|tcp))?";

    @Override
    public String toString() {
        return "IceChange" + stun + turn + policy;
    }
}
