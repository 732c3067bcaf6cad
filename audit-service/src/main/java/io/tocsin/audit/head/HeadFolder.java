package io.tocsin.audit.head;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tocsin.proof.TreeHead;

/** Writes heads out as files. One which cannot be written is logged: the log goes on, and the next head covers it too. */
@Singleton
class HeadFolder {

    private final Optional<Path> folder;

    HeadFolder(HeadConfig config) {
        folder = config.folder();
    }

    Uni<Void> write(SignedHead head) {
        return folder.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .item(() -> writeFile(head))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .replaceWithVoid();
    }

    private Path writeFile(SignedHead head) {
        var name = TreeHead.origin(head.organization()).replace('/', '-') + "-" + head.size() + "-" + head.keyId() + ".note";
        var file = folder.orElseThrow().resolve(name);
        try {
            Files.createDirectories(folder.orElseThrow());
            Files.writeString(file, head.note(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            Log.debugf("audit: %s is there already", file);
        } catch (IOException e) {
            Log.errorf(
                    "audit: the signed head %s cannot be written: %s. Make the folder of tocsin.audit.heads.folder writable.",
                    file, e.getMessage());
        }
        return file;
    }
}
