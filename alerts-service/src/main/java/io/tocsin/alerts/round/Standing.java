package io.tocsin.alerts.round;

/**
 * How a global condition stands in one round.
 *
 * @param enough how many sources must violate
 * @param violating how many do in the round itself
 * @param often of mode {@code exact}, how many of these violate in X of the last Y rounds; else, in how many of the last Y rounds
 *        enough sources violate
 * @param rounds of the last Y, as many as are known
 */
public record Standing(GlobalCondition condition, int enough, int violating, int often, int rounds) {

    public boolean holds() {
        return condition.exact() ? often >= enough : violating >= enough && often >= condition.required();
    }
}
