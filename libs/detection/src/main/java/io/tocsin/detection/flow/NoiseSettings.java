package io.tocsin.detection.flow;

/**
 * When a flow fails so often that its failures say nothing, and what is expected of all others.
 *
 * @param onsetsToLeave failures begun within about one and a half half-lives, from which on a flow is left out
 * @param onsetsToReturn below which it counts again
 * @param halfLifeRounds after which a failure weighs half for both
 * @param fewestRounds of a flow before it counts at all
 * @param leastOnsetRate what is expected of the best flow: a failure that begins in this share of its healthy rounds
 */
public record NoiseSettings(double onsetsToLeave, double onsetsToReturn, double halfLifeRounds, int fewestRounds,
        double leastOnsetRate) {

    public static final NoiseSettings DEFAULT = new NoiseSettings(4, 1, 120, 24, 0.0005);
}
