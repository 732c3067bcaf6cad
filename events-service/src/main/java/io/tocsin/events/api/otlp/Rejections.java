package io.tocsin.events.api.otlp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The points which are not taken, and why: the commonest reasons in one text. */
final class Rejections {

    private static final int MOST_REASONS = 5;
    private static final int KEPT_REASONS = 100;

    private final Map<String, Integer> reasons = new LinkedHashMap<>();
    private int count;

    void add(String reason) {
        add(reason, 1);
    }

    void add(String reason, int points) {
        count += points;
        if (points > 0 && (reasons.size() < KEPT_REASONS || reasons.containsKey(reason))) {
            reasons.merge(reason, points, Integer::sum);
        }
    }

    int count() {
        return count;
    }

    /** Empty when nothing was rejected. */
    String message() {
        return reasons.entrySet()
                .stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_REASONS)
                .map(reason -> reason.getValue() + " x " + reason.getKey())
                .collect(Collectors.joining("; "));
    }
}
