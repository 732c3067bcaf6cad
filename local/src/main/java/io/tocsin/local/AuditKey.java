package io.tocsin.local;

import java.nio.file.Path;
import java.util.Map;

import io.tocsin.local.process.SecretFile;
import io.tocsin.proof.note.NoteKey;
import io.tocsin.proof.note.NoteSigner;

/** The key pair which signs the heads of the audit log; its public half in a file of its own, to be given away. */
public final class AuditKey {

    private final SecretFile pair;
    private final SecretFile publicKey;
    private final Path heads;

    AuditKey(Path folder) {
        pair = new SecretFile(folder.resolve("audit-key.pem"));
        publicKey = new SecretFile(folder.resolve("audit-key.pub.pem"));
        heads = folder.resolve("audit-heads");
    }

    /** Makes the key when there is none, and returns the settings of a service which signs with it. */
    Map<String, String> settings() {
        if (!pair.exists()) {
            pair.write(NoteSigner.newKeyFile());
        }
        publicKey.write(NoteKey.parse(pair.read()).get(0).pem());
        return Map.of(
                "tocsin.audit.heads.key-file", pair.path().toString(),
                "tocsin.audit.heads.folder", heads.toString());
    }

    /** What an auditor needs. */
    public Path publicKey() {
        return publicKey.path();
    }
}
