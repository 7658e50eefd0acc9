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
import java.util.List;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Keeps objects in a bucket of S3 or of anything that speaks as S3 does. Amazon's signer signs; the three calls themselves need no
 * SDK (ADR 18). The bucket is named in the path, which all of them understand.
 */
final class S3ObjectStore implements ObjectStore {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final int RETRIES = 2;
    private static final byte[] NOTHING = {};

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final AwsCredentialsIdentity identity;
    private final URI endpoint;
    private final String bucket;
    private final String region;

    S3ObjectStore(ChatConfig.Bucket config) {
        this.identity = AwsCredentialsIdentity.create(config.accessKey(), config.secretKey());
        this.endpoint = config.endpoint();
        this.bucket = config.name();
        this.region = config.region().orElse("us-east-1");
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,62}")) {
            throw new IllegalArgumentException("remote-support.chat.files.bucket.name is no name of a bucket");
        }
    }

    @Override
    public Uni<Void> put(String key, byte[] content) {
        return call(SdkHttpMethod.PUT, key, content).replaceWithVoid();
    }

    @Override
    public Uni<byte[]> get(String key) {
        return call(SdkHttpMethod.GET, key, NOTHING).map(HttpResponse::body);
    }

    @Override
    public Uni<Void> delete(String key) {
        return call(SdkHttpMethod.DELETE, key, NOTHING).replaceWithVoid();
    }

    /** Each of the three may be tried again without harm. */
    private Uni<HttpResponse<byte[]>> call(SdkHttpMethod method, String key, byte[] content) {
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

    private HttpRequest request(SdkHttpMethod method, String key, byte[] content) {
        var signed = signer.sign(to -> to.identity(identity)
                        .request(unsigned(method, key))
                        .payload(ContentStreamProvider.fromByteArrayUnsafe(content))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        // As S3 wants it: what is in the path is escaped once, and stays as it is.
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false))
                .request();
        var request = HttpRequest.newBuilder(signed.getUri())
                .timeout(PATIENCE)
                .method(
                        method.name(),
                        content.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content));
        signed.headers().forEach((name, values) -> header(request, name, values));
        return request.build();
    }

    private SdkHttpRequest unsigned(SdkHttpMethod method, String key) {
        return SdkHttpRequest.builder()
                .method(method)
                .uri(endpoint)
                .encodedPath("/" + bucket + "/" + SdkHttpUtils.urlEncode(key))
                .build();
    }

    /** The client sets the host itself, and lets nobody else. */
    private static void header(HttpRequest.Builder request, String name, List<String> values) {
        if (!name.equalsIgnoreCase("Host")) {
            values.forEach(value -> request.header(name, value));
        }
    }

    private static boolean isGoneAlready(SdkHttpMethod method, HttpResponse<byte[]> answer) {
        return method == SdkHttpMethod.DELETE && answer.statusCode() == 404;
    }
}
