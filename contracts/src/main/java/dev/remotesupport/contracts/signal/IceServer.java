package dev.remotesupport.contracts.signal;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;
import dev.remotesupport.contracts.OrAbsent;
import java.util.List;

/**
 * A STUN or TURN server, by its addresses.
 *
 * @param username of a TURN server, for one participant and a limited time, or null
 * @param credential what goes with it, or null
 */
public record IceServer(
        List<String> urls,
        @OrAbsent String username,
        @OrAbsent String credential) {

    public IceServer {
        urls = Bounds.list(urls, "urls", Limits.ICE_SERVERS);
        urls.forEach(url -> Bounds.text(url, "url", Limits.URL));
        Bounds.optionalText(username, "username", Limits.CREDENTIAL);
        Bounds.optionalText(credential, "credential", Limits.CREDENTIAL);
    }

    /** A credential is no business of any log. */
    @Override
    public String toString() {
        return "IceServer" + urls;
    }
}
