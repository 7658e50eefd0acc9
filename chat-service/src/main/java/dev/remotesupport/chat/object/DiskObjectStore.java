package dev.remotesupport.chat.object;

import io.smallrye.mutiny.Uni;
import io.vertx.core.file.CopyOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.FileSystem;
import java.nio.file.Path;
import java.util.UUID;

/** Keeps objects as files of one folder, which all replicas share. */
final class DiskObjectStore implements ObjectStore {

    private final FileSystem files;
    private final Path folder;

    DiskObjectStore(Vertx vertx, Path folder) {
        this.files = vertx.fileSystem();
        this.folder = folder.toAbsolutePath();
    }

    /** Written under another name first, so that there is never half of a file under its own. */
    @Override
    public Uni<Void> put(String key, byte[] content) {
        var file = file(key);
        var partial = file.resolveSibling("." + UUID.randomUUID());
        return files.mkdirs(file.getParent().toString(), "rwx------")
                .chain(() -> files.writeFile(partial.toString(), Buffer.buffer(content)))
                .chain(() -> files.move(partial.toString(), file.toString(), new CopyOptions().setAtomicMove(true)))
                .onFailure()
                .call(() -> files.delete(partial.toString()).onFailure().recoverWithNull());
    }

    @Override
    public Uni<byte[]> get(String key) {
        return files.readFile(file(key).toString()).map(Buffer::getBytes);
    }

    @Override
    public Uni<Void> delete(String key) {
        var file = file(key).toString();
        return files.exists(file)
                .chain(exists -> exists ? files.delete(file) : Uni.createFrom().voidItem());
    }

    /** A few thousand files in each of 256 folders. */
    private Path file(String key) {
        if (!key.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("not the name of an object");
        }
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }
}
