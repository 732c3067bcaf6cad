package io.tocsin.proof.export;

/**
 * The first thing that is wrong with an export.
 *
 * @param entry number of the first entry concerned
 * @param line where in the file that shows, from 1
 */
public record Finding(Kind kind, long entry, long line, String what) {

    /** What was done, as far as the file can tell. */
    public enum Kind {
        ALTERED,
        DROPPED,
        INSERTED,
        REORDERED,
        /** The file does not say what is proven, or nothing is proven by it. */
        UNPROVEN
    }

    @Override
    public String toString() {
        return "entry " + entry + " (line " + line + "): " + what;
    }
}
