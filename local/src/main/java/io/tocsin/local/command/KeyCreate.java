package io.tocsin.local.command;

import java.util.List;
import java.util.Set;

import io.tocsin.local.DataDirectory;
import io.tocsin.local.key.KeyHolder;

/** {@code ./tocsin key create}: the key alone on standard output, for scripts; what people want to know beside it. */
final class KeyCreate {

    private static final Set<String> OPTIONS = Set.of("--user", "--email", "--account-group", "--permission", "--organization",
            "--data");

    private final KeyHolder holder;
    private final DataDirectory data;

    KeyCreate(List<String> words) {
        var arguments = Arguments.parse(words, OPTIONS);
        holder = new KeyHolder(
                arguments.get("--organization").orElse("default"),
                arguments.require("--user"),
                email(arguments.require("--email")),
                accountGroup(arguments.require("--account-group")),
                arguments.all("--permission").stream().map(KeyCreate::permission).toList());
        data = new DataDirectory(Main.data(arguments));
    }

    void run() {
        var keys = data.keys();
        var key = keys.create(holder);
        System.out.println(key.value());
        System.err.println("A key for " + holder.user() + " in account group " + holder.accountGroup().name()
                + ". It is not shown again; its hash is in " + keys.path()
                + ", which a running system reads within a second or two.");
    }

    private static String email(String text) {
        if (!text.matches("[^@\\s]+@[^@\\s]+")) {
            throw new UsageError("--email '" + text + "' is not an address.");
        }
        return text;
    }

    /** {@code ID=NAME}; the name is the id when none is given. */
    private static KeyHolder.AccountGroup accountGroup(String text) {
        var parts = text.split("=", 2);
        if (parts[0].isBlank()) {
            throw new UsageError("--account-group needs ID or ID=NAME.");
        }
        return new KeyHolder.AccountGroup(parts[0], parts.length == 2 && !parts[1].isBlank() ? parts[1] : parts[0]);
    }

    private static String permission(String name) {
        if (!KeyHolder.ALL_PERMISSIONS.contains(name)) {
            throw new UsageError("--permission '" + name + "' does not exist; choose from "
                    + String.join(", ", KeyHolder.ALL_PERMISSIONS) + ".");
        }
        return name;
    }
}
