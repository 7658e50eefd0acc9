package dev.remotesupport.chat.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By the examples of {@code docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html}. */
class S3SignatureTest {

    private static final String HOST = "examplebucket.s3.amazonaws.com";
    private static final Instant NOW = Instant.parse("2013-05-24T00:00:00Z");

    private final S3Signature signature =
            new S3Signature("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");

    @Test
    void readingAnObject() {
        var headers = signature.sign("GET", HOST, "/test.txt", Map.of("range", "bytes=0-9"), new byte[0], NOW);

        assertThat(headers)
                .containsEntry(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                                + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
                .doesNotContainKey("host");
    }

    @Test
    void writingAnObject() {
        var more = Map.of("date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY");
        var body = "Welcome to Amazon S3.".getBytes(StandardCharsets.UTF_8);

        var headers = signature.sign("PUT", HOST, "/test%24file.text", more, body, NOW);

        assertThat(headers.get("authorization"))
                .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }
}
