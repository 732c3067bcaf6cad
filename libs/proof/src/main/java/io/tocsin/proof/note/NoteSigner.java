package io.tocsin.proof.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Signs notes. Its key file holds both halves of the key pair, since Java cannot tell one from the other. */
public final class NoteSigner {

    private static final Pattern PRIVATE = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

    private final String name;
    private final PrivateKey privateKey;
    private final NoteKey key;

    private NoteSigner(String name, PrivateKey privateKey, NoteKey key) {
        this.name = name;
        this.privateKey = privateKey;
        this.key = key;
    }

    /** @param name without blanks and plus signs */
    public static NoteSigner of(String name, KeyPair pair) {
        return new NoteSigner(name, pair.getPrivate(), new NoteKey(pair.getPublic()));
    }

    /** Fails with {@link IllegalArgumentException}, in words which name what the file lacks, and no byte of it. */
    public static NoteSigner parse(String name, String pem) {
        var match = PRIVATE.matcher(pem);
        if (!match.find()) {
            throw new IllegalArgumentException("there is no -----BEGIN PRIVATE KEY-----");
        }
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(match.group(1)));
            var signer = new NoteSigner(name, KeyFactory.getInstance("Ed25519").generatePrivate(encoded), NoteKey.parse(pem)
                    .get(0));
            SignedNote.parse(signer.sign("\n")).verify(java.util.List.of(signer.key));
            return signer;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the private key is none of Ed25519");
        } catch (NoteRefused e) {
            throw new IllegalArgumentException("the public key beside the private key is another's");
        }
    }

    /** The content of a new key file: PKCS #8 and the public key, both as PEM. */
    public static String newKeyFile() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n" + new NoteKey(pair.getPublic()).pem();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    public NoteKey key() {
        return key;
    }

    public String keyId() {
        return key.id(name);
    }

    /** The note: the text, an empty line, and the signature. */
    public String sign(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            var signed = signature.sign();
            var bytes = ByteBuffer.allocate(NoteKey.ID_BYTES + signed.length).put(key.idBytes(name)).put(signed).array();
            return text + "\n" + NoteSignature.DASH + name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a note cannot be signed: " + e.getMessage(), e);
        }
    }
}
