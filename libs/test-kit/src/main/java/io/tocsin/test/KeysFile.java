package io.tocsin.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of API keys, as an operator would write it; its end takes it away. */
public record KeysFile(Path path) implements AutoCloseable {

    public static final String SETTING = "tocsin.identity.keys-file";

    /** @param entries as {@link #entry} makes them */
    public static KeysFile of(String... entries) {
        try {
            return new KeysFile(Files.writeString(Files.createTempFile("keys", ".yaml"), "keys:\n" + String.join("", entries)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A key whose secret is its name; the first account group is its default one.
     *
     * @param user as YAML: {@code {id: u1, name: Ann, email: ann@example.com}}
     * @param accountGroups as YAML: {@code [{id: "11", name: Network}]}
     * @param permissions with commas between them
     */
    public static String entry(String secret, String organization, String user, String accountGroups, String permissions) {
        return """
                  - name: %s
                    sha256: %s
                    organization: %s
                    user: %s
                    accountGroups: %s
                    permissions: [%s]
                """.formatted(secret, sha256(secret), organization, user, accountGroups, permissions);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
