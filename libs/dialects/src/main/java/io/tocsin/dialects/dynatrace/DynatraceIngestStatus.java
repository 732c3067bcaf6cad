package io.tocsin.dialects.dynatrace;

/** How it went with the event about one entity. */
public enum DynatraceIngestStatus {

    OK,

    /** An environment cannot be marked for termination. */
    INVALID_ENTITY_TYPE,

    /** Too many properties, a key or value too long, or a key which is reserved. */
    INVALID_METADATA,

    /** It begins too far away from now, or ends before it begins. */
    INVALID_TIMESTAMPS
}
