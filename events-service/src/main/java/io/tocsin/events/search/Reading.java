package io.tocsin.events.search;

/** How one statement reads its stretch. */
enum Reading {

    /** As PostgreSQL sees fit. */
    FREELY,

    /**
     * Only the first so many events, along the feed, whatever is looked for: what is common is among them. PostgreSQL is left no
     * choice, so that it needs no statistics to make the right one.
     */
    ALONG_THE_FEED,

    /**
     * By the index of terms, and that of times where it helps, but not along the feed. PostgreSQL takes what is rare for many times as
     * common as it is, since it keeps no statistics of it, and would combine the few events of a term with all of the stretch.
     */
    BY_TERMS
}
