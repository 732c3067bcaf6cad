package io.tocsin.dialects.datadog.v2;

/** The answer of {@code POST /api/v2/events}. */
public record DatadogCreationReceipt(Data data, Links links) {

    /** @param id always {@code _} */
    public record Data(Attributes attributes, String id, String type) {}

    public record Attributes(Inner attributes) {}

    public record Inner(Evt evt) {}

    /** @param id v1's, which is on its way out; @param uid for {@code GET /api/v2/events/{event_id}} */
    public record Evt(String id, String uid) {}

    /** @param self absolute */
    public record Links(String self) {}
}
