package io.tocsin.audit.head;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who signs the log, and where its heads go. */
@ConfigMapping(prefix = "tocsin.audit.heads")
public interface HeadConfig {

    /**
     * PEM file with a PKCS #8 Ed25519 private key and its public key, read at start. Without it nothing is signed, and nothing
     * can be exported. To rotate, put another key into it and restart: heads of before stay valid under the old key.
     */
    Optional<Path> keyFile();

    /** The signer's name in the notes; part of what a key id is made of. */
    @WithDefault("tocsin-audit")
    String signer();

    /** How often what has grown is signed. */
    @WithDefault("10m")
    Duration every();

    /**
     * Where each new head is written, one file per organization and head, besides the log of the service: a folder which this
     * service cannot rewrite afterwards, such as a bucket with a retention lock.
     */
    Optional<Path> folder();
}
