package dev.remotesupport.chat.attachment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestResponse;

/** How files leave: so that no browser ever treats one as a page of ours, whatever is in it. */
final class Downloads {

    private Downloads() {}

    static RestResponse<byte[]> file(StoredFile file, byte[] content) {
        return answer(content, file.mediaType(), "attachment; filename*=UTF-8''" + encoded(file.name()));
    }

    static RestResponse<byte[]> picture(StoredFile.Picture picture, byte[] content) {
        return answer(content, picture.mediaType(), "inline");
    }

    private static RestResponse<byte[]> answer(byte[] content, String mediaType, String disposition) {
        return RestResponse.ResponseBuilder.ok(content)
                .header("Content-Type", mediaType)
                .header("Content-Disposition", disposition)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                // It is for who may see it now, and that may end.
                .header("Cache-Control", "private, no-store")
                .build();
    }

    /** As RFC 8187 wants it: all but letters and digits in hexadecimal, spaces too. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
