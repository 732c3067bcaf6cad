package io.tocsin.detection.component;

/**
 * What of a round went wrong. Of several the first is told, since the later ones follow from it.
 *
 * {@code NETWORK}: packets are late, or some are lost. {@code UNREACHABLE}: nobody answers, and who should is not known to be reached.
 */
public enum Phase {
    PROXY, DNS, NETWORK, UNREACHABLE, SERVER, SLOW;

    /** The one to tell; either may be null for a part of the round which went well. */
    public static Phase worse(Phase one, Phase other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }
}
