package io.tocsin.detection.component;

/** What of a round went wrong. Of several the first is told, since the later ones follow from it. */
public enum Phase {
    PROXY, DNS, NETWORK, SERVER, SLOW;

    /** The one to tell; either may be null for a part of the round which went well. */
    public static Phase worse(Phase one, Phase other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }
}
