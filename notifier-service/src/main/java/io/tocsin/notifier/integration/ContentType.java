package io.tocsin.notifier.integration;

import java.util.List;

/** What a payload is, by the headers that go with it. */
public final class ContentType {

    public static final String HEADER = "Content-Type";

    private ContentType() {}

    /** Null when they do not say. */
    public static String of(List<Header> headers) {
        return headers.stream()
                .filter(header -> HEADER.equalsIgnoreCase(header.name()))
                .map(Header::value)
                .findFirst()
                .orElse(null);
    }
}
