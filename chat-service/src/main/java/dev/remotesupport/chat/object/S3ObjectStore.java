package dev.remotesupport.chat.object;

import dev.remotesupport.chat.ChatConfig;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps objects in a bucket of S3 or of anything that speaks as S3 does. Three calls need no SDK of fifteen libraries; the bucket
 * is named in the path, which all of them understand.
 */
final class S3ObjectStore implements ObjectStore {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final int RETRIES = 2;
    private static final byte[] NOTHING = {};

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI endpoint;
    private final String bucket;
    private final S3Signature signature;

    S3ObjectStore(ChatConfig.Bucket config) {
        this.endpoint = config.endpoint();
        this.bucket = config.name();
        this.signature = new S3Signature(
                config.accessKey(), config.secretKey(), config.region().orElse("us-east-1"));
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,62}")) {
            throw new IllegalArgumentException("remote-support.chat.files.bucket.name is no name of a bucket");
        }
    }

    @Override
    public Uni<Void> put(String key, byte[] content) {
        return call("PUT", key, content).replaceWithVoid();
    }

    @Override
    public Uni<byte[]> get(String key) {
        return call("GET", key, NOTHING).map(HttpResponse::body);
    }

    @Override
    public Uni<Void> delete(String key) {
        return call("DELETE", key, NOTHING).replaceWithVoid();
    }

    /** Each of the three may be tried again without harm. */
    private Uni<HttpResponse<byte[]>> call(String method, String key, byte[] content) {
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request(method, key, content), BodyHandlers.ofByteArray()))
                .onItem()
                .transformToUni(answer -> answer.statusCode() / 100 == 2 || isGoneAlready(method, answer)
                        ? Uni.createFrom().item(answer)
                        : Uni.createFrom().failure(new IOException("the bucket answered " + answer.statusCode())))
                .onFailure(IOException.class)
                .retry()
                .withBackOff(FIRST_RETRY)
                .atMost(RETRIES);
    }

    private HttpRequest request(String method, String key, byte[] content) {
        var path = "/" + bucket + "/" + key;
        var request = HttpRequest.newBuilder(endpoint.resolve(path))
                .timeout(PATIENCE)
                .method(method, content.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content));
        signature.headers(method, host(), path, content, Instant.now()).forEach(request::header);
        return request.build();
    }

    private String host() {
        return endpoint.getPort() < 0 ? endpoint.getHost() : endpoint.getHost() + ":" + endpoint.getPort();
    }

    private static boolean isGoneAlready(String method, HttpResponse<byte[]> answer) {
        return method.equals("DELETE") && answer.statusCode() == 404;
    }
}
