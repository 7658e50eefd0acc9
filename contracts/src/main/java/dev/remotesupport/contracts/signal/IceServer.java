package dev.remotesupport.contracts.signal;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;
import java.util.List;

/** A STUN or TURN server, by its addresses. */
public record IceServer(List<String> urls) {

    public IceServer {
        urls = Bounds.list(urls, "urls", Limits.ICE_SERVERS);
        urls.forEach(url -> Bounds.text(url, "url", Limits.URL));
    }
}
