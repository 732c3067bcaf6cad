package io.tocsin.local.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import io.tocsin.local.process.CannotStart;
import io.tocsin.local.process.SecretFile;

/** {@code keys.yaml}, which the services read again when it changes. What people wrote into it by hand stays. */
public final class KeyFile {

    private static final String HEADER = """
            # Who may call Tocsin. Keys stand here as SHA-256 hashes only; ./tocsin key create adds one.
            # Remove an entry and the running system refuses its key a second later.
            keys:
            """;

    private final SecretFile file;

    public KeyFile(Path path) {
        this.file = new SecretFile(path);
    }

    public Path path() {
        return file.path();
    }

    /** What a new file with one key holds. */
    public static String textWith(KeyHolder holder, ApiKey key) {
        return HEADER + new KeyEntry("1", holder, key.sha256()).toYaml();
    }

    /** Makes a key for this holder and adds its hash; two callers at once both succeed. */
    public ApiKey create(KeyHolder holder) {
        var key = ApiKey.random();
        add(holder, key);
        return key;
    }

    /** Adds the hash of a key. */
    public void add(KeyHolder holder, ApiKey key) {
        try (var lock = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            var text = file.exists() ? file.read() : HEADER;
            var userId = userId(keys(text), holder.email());
            file.write(withEntry(text, new KeyEntry(userId, holder, key.sha256()).toYaml()));
        } catch (IOException e) {
            throw CannotStart.cannotWrite(file.path(), e);
        }
    }

    public boolean holds(ApiKey key) {
        return file.exists() && keys(file.read()).stream().anyMatch(entry -> key.sha256().equals(entry.get("sha256")));
    }

    /** Added as text, because reading and writing YAML would drop comments; read again to be sure that it is still sound. */
    private String withEntry(String text, String entry) {
        var base = text.replaceFirst("(?m)^keys:[ \\t]*(\\[\\s*]|null|~)?[ \\t]*$", "keys:");
        var result = (base.endsWith("\n") ? base : base + "\n") + entry;
        if (keys(result).size() != keys(text).size() + 1) {
            throw unreadable("the list 'keys' is not the last thing in it");
        }
        return result;
    }

    /** One person is one user id, whatever the number of keys; the next free number for a person who is new. */
    private static String userId(List<Map<String, Object>> keys, String email) {
        var users = keys.stream()
                .map(entry -> entry.get("user"))
                .filter(Map.class::isInstance)
                .map(user -> (Map<?, ?>) user)
                .toList();
        return users.stream()
                .filter(user -> email.equalsIgnoreCase(String.valueOf(user.get("email"))))
                .map(user -> String.valueOf(user.get("id")))
                .findFirst()
                .orElseGet(() -> nextId(users));
    }

    private static String nextId(List<? extends Map<?, ?>> users) {
        var highest = users.stream()
                .map(user -> String.valueOf(user.get("id")))
                .filter(id -> id.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .max();
        return Long.toString(highest.orElse(0) + 1);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> keys(String text) {
        try {
            var root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            var keys = root instanceof Map<?, ?> map ? map.get("keys") : null;
            return keys == null ? List.of() : (List<Map<String, Object>>) keys;
        } catch (YAMLException | ClassCastException e) {
            throw unreadable(e.getMessage().lines().findFirst().orElse("").toLowerCase(Locale.ROOT));
        }
    }

    private Path lockFile() {
        return file.path().resolveSibling("." + file.path().getFileName() + ".lock");
    }

    private CannotStart unreadable(String why) {
        return new CannotStart("Cannot add a key to " + file.path() + ": " + why + ". Mend the file by hand, then try again.");
    }
}
