package io.tocsin.e2e.api;

import java.util.List;

/** One delivery with everything that was tried. */
public record Told(String id, String state, String messageId, List<Attempt> attempts) {

    /** @param code blank where the mail server said nothing, and {@code text} tells why */
    public record Attempt(String outcome, String code, String enhancedCode, String text) {}

    /** Such as {@code deferred 451 4.7.1}, oldest first. */
    public List<String> answers() {
        return attempts.stream()
                .map(attempt -> (attempt.outcome() + " " + attempt.code() + " " + attempt.enhancedCode()).strip())
                .toList();
    }

    /** What the mail server said last, or why it said nothing. */
    public String lastWords() {
        return attempts.get(attempts.size() - 1).text();
    }
}
