package io.tocsin.query;

/** Text as it stands in a query, with its escapes. */
record RawText(String raw) {

    boolean hasWildcard() {
        return wildcards() > 0;
    }

    int wildcards() {
        var count = 0;
        for (var at = 0; at < raw.length(); at++) {
            var c = raw.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '*' || c == '?') {
                count++;
            }
        }
        return count;
    }

    boolean isStar() { return !raw.isEmpty() && raw.chars().allMatch(c -> c == '*'); }

    /** What it says when every character stands for itself. */
    String literal() {
        var out = new StringBuilder();
        for (var at = 0; at < raw.length(); at++) {
            if (raw.charAt(at) == '\\') {
                at++;
            }
            out.append(raw.charAt(at));
        }
        return out.toString();
    }

    /** In the form of {@link io.tocsin.query.tree.Pattern}: only what has a meaning there stays escaped, runs are joined. */
    String glob() {
        var out = new StringBuilder();
        var afterRun = false;
        for (var at = 0; at < raw.length(); at++) {
            var c = raw.charAt(at);
            var escaped = c == '\\';
            if (escaped) {
                c = raw.charAt(++at);
            }
            var run = c == '*' && !escaped;
            if (!(run && afterRun)) {
                out.append(escaped && "*?\\".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
            afterRun = run;
        }
        return out.toString();
    }
}
