package dev.remotesupport.contracts.signal;

import dev.remotesupport.contracts.Bounds;
import dev.remotesupport.contracts.Limits;

/**
 * What a customer's tab shows.
 *
 * @param visible whether the tab is in front
 */
public record Page(String url, String title, boolean visible) {

    public Page {
        Bounds.text(url, "url", Limits.URL);
        Bounds.textOrEmpty(title, "title", Limits.TITLE);
    }
}
