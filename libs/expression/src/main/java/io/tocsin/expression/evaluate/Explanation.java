package io.tocsin.expression.evaluate;

import java.util.List;

/**
 * Why a condition holds of a result or does not, for people.
 *
 * @param condition its text, in canonical form
 * @param measured what makes it hold; where it does not, all it asks about, empty where nothing of that was measured
 * @param parts the conditions which it joins; empty for one that joins none
 */
public record Explanation(String condition, boolean holds, String measured, List<Explanation> parts) {

    public Explanation {
        parts = List.copyOf(parts);
    }
}
