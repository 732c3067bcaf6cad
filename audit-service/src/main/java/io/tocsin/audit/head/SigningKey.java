package io.tocsin.audit.head;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.tocsin.proof.note.NoteSigner;

/** The key this replica signs with; a file which is named and cannot be used fails the start. */
@Startup
@Singleton
class SigningKey {

    private final Optional<NoteSigner> signer;

    SigningKey(HeadConfig config) {
        signer = config.keyFile().map(file -> {
            try {
                return NoteSigner.parse(config.signer(), Files.readString(file));
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalStateException("tocsin.audit.heads.key-file: " + file + " cannot be used: " + e.getMessage(),
                        e);
            }
        });
        signer.ifPresentOrElse(key -> Log.infof("audit: heads are signed with key %s", key.keyId()),
                () -> Log.warn(
                        "audit: no tocsin.audit.heads.key-file is set, so the log is chained and not signed: whoever owns the"
                                + " database could write all of it anew"));
    }

    Optional<NoteSigner> signer() {
        return signer;
    }
}
