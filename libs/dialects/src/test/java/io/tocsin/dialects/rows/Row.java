package io.tocsin.dialects.rows;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * @param section of the vendor's tables, such as 3.1
 * @param name what stands in backticks in it must stand in a test
 * @param shown the tests, each in backticks, or {@code none:} and a reason
 */
record Row(String section, String name, String does, String shown) {

    private static final Pattern BACKTICKS = Pattern.compile("`([^`]+)`");
    private static final String NONE = "none: ";

    int chapter() {
        return Integer.parseInt(section.replaceFirst("\\..*", ""));
    }

    List<String> words() {
        return inBackticks(name);
    }

    /** As {@code Class.method}, as {@code Class.method[word of it]}, or as {@code client/file: test}. */
    List<String> tests() {
        return reason().isEmpty() ? inBackticks(shown) : List.of();
    }

    /** Empty when there are tests. */
    String reason() {
        return shown.startsWith(NONE) ? shown.substring(NONE.length()).strip() : "";
    }

    boolean isSaidIn(String page) {
        return words().isEmpty() ? page.contains(name) : words().stream().allMatch(page::contains);
    }

    private static List<String> inBackticks(String text) {
        return BACKTICKS.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }

    @Override
    public String toString() {
        return section + " " + name;
    }
}
