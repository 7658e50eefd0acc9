package dev.remotesupport.signaling.visitor;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * What a tab shows, as staff may see it.
 *
 * @param url without user, query and fragment, whatever the script has left in: secrets are there
 * @param title empty where it is private
 */
record Shown(String url, String title, boolean visible) {

    static Shown of(String url, String title, boolean visible) {
        return new Shown(publicPart(url), title.strip(), visible);
    }

    /** Of a text that is no address of the web nothing is shown. */
    private static String publicPart(String text) {
        try {
            var uri = new URI(text.split("[?#]", 2)[0]);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null) {
                return "";
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            return uri.getScheme() + "://" + uri.getHost() + port + path;
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
