package io.tocsin.dialects.dynatrace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import io.tocsin.model.Entity;
import io.tocsin.model.Event;
import io.tocsin.model.Scope;
import io.tocsin.query.meaning.AsciiCase;

/** Ids of monitored things, {@code <TYPE>-<16 upper hex>}, and which thing an event of another dialect is about. */
public final class DynatraceEntities {

    public static final String HOST = "HOST";
    public static final String ENVIRONMENT = "ENVIRONMENT";

    private static final int HASH_BYTES = 8;

    /** Forgiving about what follows the last hyphen: other systems make such ids too. */
    private static final Pattern ID = Pattern.compile("([A-Z][A-Z0-9_]{0,99})-[0-9A-Za-z]{1,100}");

    private DynatraceEntities() {}

    /** What stands before the hyphen; empty when this is no id of an entity. */
    public static Optional<String> typeOf(String id) {
        var match = ID.matcher(id);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** The same host has the same id, however its name is written. */
    public static Entity host(String name) {
        return new Entity(HOST + "-" + hash(hostKey(name)), name, HOST);
    }

    /** What two ways to write one host's name have in common. */
    public static String hostKey(String name) {
        return AsciiCase.lower(name);
    }

    /** The account group itself, which is what an event is about when it names nothing. */
    public static Entity environment(Scope scope) {
        return new Entity(ENVIRONMENT + "-" + hash(scope.organization() + "/" + scope.accountGroup()), null, ENVIRONMENT);
    }

    public static Entity of(Event event) {
        var content = event.content();
        if (content.entity() != null) {
            return content.entity();
        }
        return content.host() == null ? environment(event.scope()) : host(content.host());
    }

    private static String hash(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
