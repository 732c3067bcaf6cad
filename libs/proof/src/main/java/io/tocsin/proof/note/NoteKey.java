package io.tocsin.proof.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** A public Ed25519 key, and the four bytes which name it beside a signer's name. */
public final class NoteKey {

    static final byte ED25519 = 1;
    static final int ID_BYTES = 4;

    private static final int RAW_BYTES = 32;
    private static final Pattern PEM = Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----");

    private final PublicKey key;

    public NoteKey(PublicKey key) {
        this.key = key;
    }

    /** All keys of a PEM file, as openssl writes them. Fails with {@link IllegalArgumentException} when there is none. */
    public static List<NoteKey> parse(String pem) {
        var keys = new ArrayList<NoteKey>();
        for (var match = PEM.matcher(pem); match.find();) {
            keys.add(of(Base64.getMimeDecoder().decode(match.group(1))));
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no public key: a PEM file with -----BEGIN PUBLIC KEY----- is wanted");
        }
        return keys;
    }

    private static NoteKey of(byte[] encoded) {
        try {
            return new NoteKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this is no Ed25519 public key: " + e.getMessage(), e);
        }
    }

    PublicKey key() {
        return key;
    }

    /** As people write it; it depends on the signer's name. */
    public String id(String signer) {
        return HexFormat.of().formatHex(idBytes(signer));
    }

    byte[] idBytes(String signer) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((signer + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(ED25519);
            var encoded = key.getEncoded();
            return Arrays.copyOf(digest.digest(Arrays.copyOfRange(encoded, encoded.length - RAW_BYTES, encoded.length)),
                    ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
