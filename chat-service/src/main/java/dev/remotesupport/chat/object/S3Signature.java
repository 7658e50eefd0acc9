package dev.remotesupport.chat.object;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests to S3 (Signature Version 4, {@code docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html}), for
 * paths without characters that would need escaping and without a query.
 */
record S3Signature(String accessKey, String secretKey, String region) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    /** The headers that a request needs, host aside, which the client sends itself. */
    Map<String, String> headers(String method, String host, String path, byte[] body, Instant now) {
        return sign(method, host, path, Map.of(), body, now);
    }

    /** @param more further headers that are signed too, their names in lower case */
    Map<String, String> sign(
            String method, String host, String path, Map<String, String> more, byte[] body, Instant now) {
        var hash = hex(sha256(body));
        var signed = new TreeMap<>(more);
        signed.put("host", host);
        signed.put("x-amz-content-sha256", hash);
        signed.put("x-amz-date", TIME.format(now));
        var names = String.join(";", signed.keySet());
        var request = String.join(
                "\n",
                method,
                path,
                "",
                signed.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining()),
                names,
                hash);
        var scope = DAY.format(now) + "/" + region + "/s3/aws4_request";
        var text = String.join("\n", ALGORITHM, TIME.format(now), scope, hex(sha256(bytes(request))));
        signed.put(
                "authorization",
                ALGORITHM + " Credential=" + accessKey + "/" + scope + ",SignedHeaders=" + names + ",Signature="
                        + hex(hmac(key(now), text)));
        signed.remove("host");
        return signed;
    }

    private byte[] key(Instant now) {
        var day = hmac(bytes("AWS4" + secretKey), DAY.format(now));
        return hmac(hmac(hmac(day, region), "s3"), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
