package io.tocsin.benchmarks.detection.world;

/** What a fault does to a round. */
enum Symptom {
    /** The server answers with an error. */
    ERROR,
    /** Nobody answers. */
    REFUSED,
    /** The server takes longer; the network does not. */
    SLOW,
    /** Packets are lost. */
    LOSS,
    /** Packets take longer. */
    LATENCY,
    /** Names are not resolved. */
    NAMES,
    /** Packets are lost on the way to the proxy. */
    PROXY_LOSS,
    /** The proxy answers with an error. */
    GATEWAY
}
