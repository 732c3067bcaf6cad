package io.tocsin.http.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Key files as an operator would write them. */
public final class KeyFiles {

    private KeyFiles() {}

    public static String withKeys(String... entries) {
        return "keys:\n" + String.join("", entries);
    }

    public static String entry(String name, String secret) {
        return """
                - name: %s
                  sha256: %s
                  organization: acme
                  user: {id: 7, name: Ann, email: ann@acme.example}
                  accountGroups:
                    - {id: 11, name: Network}
                    - {id: 12, name: Web}
                  defaultAccountGroup: 12
                  permissions: [view-events, ingest-events]
                """.formatted(name, sha256(secret)).indent(2);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
