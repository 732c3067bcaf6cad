package io.tocsin.local.command;

import java.util.Set;

import io.tocsin.local.key.KeyHolder;

/** The options which say whom a key is for. */
final class HolderArguments {

    static final Set<String> OPTIONS = Set.of("--user", "--email", "--account-group", "--permission", "--organization");

    private HolderArguments() {}

    static KeyHolder holder(Arguments arguments) {
        return new KeyHolder(
                arguments.get("--organization").orElse("default"),
                arguments.require("--user"),
                email(arguments.require("--email")),
                accountGroup(arguments.require("--account-group")),
                arguments.all("--permission").stream().map(HolderArguments::permission).toList());
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
