package io.tocsin.events.detection.run;

/**
 * How far an organization's results were judged, in minutes since 1970.
 *
 * @param first nothing before it was judged; null before there are results
 * @param next to be judged
 * @param heard the last one of which there are results
 */
record Progress(Integer first, Integer next, Integer heard) {

    static final Progress NONE = new Progress(null, null, null);

    boolean isBegun() { return first != null; }
}
