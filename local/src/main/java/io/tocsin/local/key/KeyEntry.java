package io.tocsin.local.key;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One entry of the key file as text. */
record KeyEntry(String userId, KeyHolder holder, String sha256) {

    String toYaml() {
        return """
                  - name: %s
                    sha256: %s
                    organization: %s
                    user: {id: %s, name: %s, email: %s}
                    accountGroups: [{id: %s, name: %s}]
                    defaultAccountGroup: %s
                    permissions: %s
                """.formatted(
                quoted(name()),
                sha256,
                quoted(holder.organization()),
                quoted(userId), quoted(holder.user()), quoted(holder.email()),
                quoted(holder.accountGroup().id()), quoted(holder.accountGroup().name()),
                quoted(holder.accountGroup().id()),
                list(holder.permissions()));
    }

    /** What logs call the key. */
    private String name() {
        var name = holder.user().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "key" : name;
    }

    private static String list(List<String> values) {
        return values.stream().map(KeyEntry::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Double quotes take every text; a line break in a name would be an entry of its own. */
    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}
