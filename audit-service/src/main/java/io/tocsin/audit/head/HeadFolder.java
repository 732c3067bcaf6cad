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

/** Writes heads out as files. */
@Singleton
class HeadFolder {

    private final Optional<Path> folder;

    HeadFolder(HeadConfig config) {
        folder = config.folder();
    }

    /** Returns whether it is there now; true without a folder. */
    Uni<Boolean> write(SignedHead head) {
        return folder.isEmpty()
                ? Uni.createFrom().item(true)
                : Uni.createFrom()
                        .item(() -> writeFile(head))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private boolean writeFile(SignedHead head) {
        var name = TreeHead.origin(head.organization()).replace('/', '-') + "-" + head.size() + "-" + head.keyId() + ".note";
        var file = folder.orElseThrow().resolve(name);
        try {
            Files.createDirectories(folder.orElseThrow());
            Files.writeString(file, head.note(), StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException e) {
            Log.debugf("audit: %s is there already", file);
            return true;
        } catch (IOException e) {
            Log.errorf(
                    "audit: the signed head %s cannot be written: %s. Make the folder of tocsin.audit.heads.folder writable.",
                    file, e.getMessage());
            return false;
        }
    }
}
