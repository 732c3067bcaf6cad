package io.tocsin.local.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.tocsin.local.DataDirectory;
import io.tocsin.local.key.KeyHolder;

/** {@code ./tocsin key create}: the key alone on standard output, for scripts; what people want to know beside it. */
final class KeyCreate {

    private final KeyHolder holder;
    private final DataDirectory data;

    KeyCreate(List<String> words) {
        var arguments = Arguments.parse(words, options());
        holder = HolderArguments.holder(arguments);
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

    private static Set<String> options() {
        var options = new HashSet<>(HolderArguments.OPTIONS);
        options.add("--data");
        return options;
    }
}
