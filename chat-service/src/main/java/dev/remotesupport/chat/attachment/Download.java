package dev.remotesupport.chat.attachment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a file leaves: so that no browser ever treats it as a page of ours, whatever is in it. */
record Download(DownloadLane.Opened content, Map<String, List<String>> headers) {

    static Download file(StoredFile file, DownloadLane.Opened content) {
        return of(content, file.mediaType(), "attachment; filename*=UTF-8''" + encoded(file.name()));
    }

    static Download picture(StoredFile.Picture picture, DownloadLane.Opened content) {
        return of(content, picture.mediaType(), "inline");
    }

    private static Download of(DownloadLane.Opened content, String mediaType, String disposition) {
        var headers = new HashMap<String, List<String>>();
        headers.put("Content-Type", List.of(mediaType));
        headers.put("Content-Disposition", List.of(disposition));
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        headers.put("Content-Security-Policy", List.of("sandbox; default-src 'none'"));
        headers.put("Cross-Origin-Resource-Policy", List.of("same-origin"));
        // It is for who may see it now, and that may end.
        headers.put("Cache-Control", List.of("private, no-store"));
        // Its size is known, so it is not chunked, as what is sent in slices is otherwise.
        headers.put("Content-Length", List.of(Integer.toString(content.size())));
        headers.put("Transfer-Encoding", List.of());
        return new Download(content, headers);
    }

    /** As RFC 8187 wants it: all but letters and digits in hexadecimal, spaces too. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
