package io.tocsin.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * About how many steps a regular expression has once its counted repeats are written out: {@code (a{100}){100}} has 10,000. Memory
 * and time grow with that. What it does not understand it counts as a step.
 */
final class RegexSize {

    private static final Pattern REPEAT = Pattern.compile("\\{(\\d{1,6})(?:,(\\d{0,6}))?}");

    private final Deque<Long> outer = new ArrayDeque<>();
    private long group;
    private long last;

    private RegexSize() {}

    static long of(String pattern) {
        var size = new RegexSize();
        var repeat = REPEAT.matcher(pattern);
        for (var at = 0; at < pattern.length();) {
            if (repeat.region(at, pattern.length()).lookingAt()) {
                size.repeat(Math.max(number(repeat.group(1)), number(repeat.group(2))));
                at = repeat.end();
            } else {
                at = size.read(pattern, at);
            }
        }
        while (!size.outer.isEmpty()) {
            size.close();
        }
        return size.group + size.last;
    }

    /** Returns where the next element begins. */
    private int read(String pattern, int at) {
        switch (pattern.charAt(at)) {
            case '(' -> open();
            case ')' -> close();
            case '[' -> {
                atom();
                return endOfClass(pattern, at);
            }
            case '\\' -> {
                var end = endOfEscape(pattern, at);
                atom();
                last = end - at;
                return end;
            }
            default -> atom();
        }
        return at + 1;
    }

    /** {@code \Q...\E} quotes everything in between. */
    private static int endOfEscape(String pattern, int begin) {
        if (!pattern.startsWith("\\Q", begin)) {
            return begin + 2;
        }
        var end = pattern.indexOf("\\E", begin + 2);
        return end < 0 ? pattern.length() : end + 2;
    }

    /** A bracket which comes first in a class is one of its characters. */
    private static int endOfClass(String pattern, int begin) {
        var at = begin + (pattern.startsWith("[^", begin) ? 2 : 1);
        at += pattern.startsWith("]", at) ? 1 : 0;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            at += pattern.charAt(at) == '\\' ? 2 : pattern.startsWith("[:", at) ? named(pattern, at) : 1;
        }
        return at + 1;
    }

    /** The length of {@code [:alpha:]} inside a class. */
    private static int named(String pattern, int begin) {
        var end = pattern.indexOf(":]", begin + 2);
        return end < 0 ? 1 : end + 2 - begin;
    }

    private void atom() {
        group += last;
        last = 1;
    }

    private void open() {
        outer.push(group + last);
        group = 0;
        last = 0;
    }

    private void close() {
        last += group + 1;
        group = outer.isEmpty() ? 0 : outer.pop();
    }

    private void repeat(long times) {
        last = Math.min(last * Math.max(1, times), Integer.MAX_VALUE);
    }

    private static long number(String digits) {
        return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
