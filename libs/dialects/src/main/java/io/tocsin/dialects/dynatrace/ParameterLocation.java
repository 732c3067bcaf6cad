package io.tocsin.dialects.dynatrace;

/** Where the part of a request stands which a violation is about. */
public enum ParameterLocation {
    PATH, PAYLOAD_BODY, QUERY, HEADER
}
