package dev.remotesupport.chat.object;

import dev.remotesupport.chat.ChatConfig;
import dev.remotesupport.chat.ChatProblem;
import dev.remotesupport.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Keeps files under random names, encrypted. Without a master key it keeps none. */
@ApplicationScoped
public class Vault {

    private final ObjectStore store;
    private final Optional<Sealing> sealing;
    private final Executor worker;

    @Inject
    Vault(ChatConfig config, Vertx vertx) {
        this(
                config.files()
                        .bucket()
                        .<ObjectStore>map(S3ObjectStore::new)
                        .orElseGet(
                                () -> new DiskObjectStore(vertx, config.files().folder())),
                config.files().masterKey().map(Sealing::new),
                Infrastructure.getDefaultWorkerPool());
    }

    /** @param worker where it is encrypted and decrypted */
    Vault(ObjectStore store, Optional<Sealing> sealing, Executor worker) {
        this.worker = worker;
        this.store = store;
        this.sealing = sealing;
    }

    /** Keeps the bytes; answers the name that they are found by. */
    public Uni<String> keep(byte[] content) {
        var name = UUID.randomUUID().toString().replace("-", "");
        return onWorker(() -> sealing().seal(name, content))
                .chain(box -> store.put(name, box))
                .replaceWith(name);
    }

    public Uni<byte[]> find(String name) {
        return store.get(name).emitOn(worker).map(box -> sealing().open(name, box));
    }

    public Uni<Void> forget(String name) {
        return store.delete(name);
    }

    private Sealing sealing() {
        return sealing.orElseThrow(() -> new ProblemException(
                ChatProblem.FILES_OFF, "The operator has not set remote-support.chat.files.master-key."));
    }

    private <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(worker);
    }
}
