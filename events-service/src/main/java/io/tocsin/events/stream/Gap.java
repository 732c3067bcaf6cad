package io.tocsin.events.stream;

/** Why a feed cannot go on exactly where it was left. */
public enum Gap {

    /** Events so old are not kept any more. */
    RETENTION,

    /** The place lies ahead of this database: it was restored, or another one took over without its last commits. */
    UNKNOWN_POSITION
}
