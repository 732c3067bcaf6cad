package io.tocsin.events.stream;

/** Why a feed ends from our side. */
public enum Farewell {

    /** The connection took nothing for too long. */
    TOO_SLOW,

    /** This replica stops; another one goes on. */
    SHUTDOWN,

    /** The credential is not valid any more. */
    UNAUTHENTICATED
}
