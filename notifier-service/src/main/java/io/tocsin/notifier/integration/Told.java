package io.tocsin.notifier.integration;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What stands where a mail has its recipient: the host, so that people see it and deliveries to one host keep apart from others, and
 * whose webhook it is. The path is not told: it may be a secret, as that of chat programs is.
 *
 * @param connector null when there is none: it was deleted before, or never was
 * @param operation null for a webhook with the payload of ThousandEyes
 */
public record Told(String origin, UUID connector, UUID operation) {

    private static final Pattern FORM = Pattern.compile("(?:(https?://[^#]*)/\\.\\.\\.)?#(?:connector=([0-9a-f-]{36}))?&?"
            + "(?:operation=([0-9a-f-]{36}))?");

    static Told of(Connector connector, UUID operation) {
        var target = URI.create(connector.settings().target());
        return new Told(target.getScheme() + "://" + target.getAuthority(), connector.id(), operation);
    }

    /** {@code https://hooks.example.org/...#connector=<id>&operation=<id>}. */
    public String text() {
        return (origin == null ? "" : origin + "/...")
                + "#" + (connector == null ? "" : "connector=" + connector)
                + (connector == null || operation == null ? "" : "&")
                + (operation == null ? "" : "operation=" + operation);
    }

    public static Optional<Told> read(String text) {
        var form = FORM.matcher(text);
        return form.matches() ? Optional.of(new Told(form.group(1), id(form.group(2)), id(form.group(3)))) : Optional.empty();
    }

    private static UUID id(String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
