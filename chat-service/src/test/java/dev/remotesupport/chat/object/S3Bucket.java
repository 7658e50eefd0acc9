package dev.remotesupport.chat.object;

import dev.remotesupport.chat.ChatConfig;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket that S3Proxy keeps in memory: it checks every signature by code of its own. */
final class S3Bucket implements AutoCloseable {

    static final String NAME = "files";
    static final String SECRET = "a secret/with+signs=";
    private static final int LARGEST = 64 * 1024 * 1024;

    private final TransientNio2BlobStore store = new TransientNio2BlobStore();
    private final S3Proxy server;

    S3Bucket() throws Exception {
        store.createContainer(CreateBucketRequest.builder().bucket(NAME).build());
        server = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "chat", SECRET)
                .v4MaxNonChunkedRequestSize(LARGEST)
                .build();
        server.start();
    }

    int port() {
        return server.getPort();
    }

    /** Names of what is in it. */
    List<String> names() {
        return store.list(ListObjectsV2Request.builder().bucket(NAME).build()).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    S3ObjectStore store(String secret) {
        return store(port(), secret);
    }

    static S3ObjectStore store(int port, String secret) {
        return new S3ObjectStore(
                new Config(URI.create("http://localhost:" + port), NAME, Optional.of("eu-central-1"), "chat", secret));
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    private record Config(URI endpoint, String name, Optional<String> region, String accessKey, String secretKey)
            implements ChatConfig.Bucket {}
}
