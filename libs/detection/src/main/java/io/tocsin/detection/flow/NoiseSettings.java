package io.tocsin.detection.flow;

/**
 * What is expected of flows without a fault, and when a test flaps for so many agents at once that its failures say nothing.
 *
 * @param onsetsToLeave joint failures begun within about one and a half half-lives, from which on a test is left out
 * @param onsetsToReturn below which it counts again
 * @param halfLifeRounds after which a joint failure weighs half for both
 * @param fewestRounds of a flow before it counts at all
 * @param leastOnsetRate what is expected of the best flow: a failure that begins in this share of its healthy rounds
 */
public record NoiseSettings(double onsetsToLeave, double onsetsToReturn, double halfLifeRounds, int fewestRounds,
        double leastOnsetRate) {

    public static final NoiseSettings DEFAULT = new NoiseSettings(3, 1, 120, 24, 0.0005);
}
