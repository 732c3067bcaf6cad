package io.tocsin.events.search;

/** How one statement reads its stretch. */
enum Reading {

    /** As PostgreSQL sees fit. */
    FREELY,

    /** Only the first thousand events of the stretch, along the feed, whatever is looked for: what is common is among them. */
    SAMPLE,

    /**
     * By the index of terms, and that of times where it helps, but not along the feed. PostgreSQL takes what is rare for many times as
     * common as it is, since it keeps no statistics of it, and would combine the few events of a term with all of the stretch.
     */
    BY_TERMS
}
