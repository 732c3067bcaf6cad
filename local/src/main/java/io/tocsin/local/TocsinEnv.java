package io.tocsin.local;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.tocsin.local.key.ApiKey;
import io.tocsin.local.process.SecretFile;

/** {@code tocsin.env}: how to reach the system that runs, to be read by a shell. It is the only place that holds the key itself. */
final class TocsinEnv {

    private static final String KEY = "TOCSIN_KEY";

    private final SecretFile file;

    TocsinEnv(SecretFile file) {
        this.file = file;
    }

    /** The key of an earlier run. */
    Optional<ApiKey> key() {
        return file.exists()
                ? file.read()
                        .lines()
                        .filter(line -> line.startsWith(KEY + "="))
                        .map(line -> new ApiKey(line.substring(KEY.length() + 1)))
                        .findFirst()
                : Optional.empty();
    }

    void write(String url, ApiKey key, String mailboxUrl, String smtp) {
        var values = new java.util.LinkedHashMap<String, String>();
        values.put("TOCSIN_URL", url);
        values.put(KEY, key.value());
        values.put("TOCSIN_MAILBOX_URL", mailboxUrl);
        values.put("TOCSIN_SMTP", smtp);
        file.write(text(values));
    }

    private static String text(Map<String, String> values) {
        return values.entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
