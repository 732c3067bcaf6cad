package io.tocsin.alerts.api.thousandeyes.v6;

import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of {@code GET /alerts}, as they arrive. */
class V6AlertParameters {

    @RestQuery
    String aid;

    @RestQuery
    String window;

    @RestQuery
    String from;

    @RestQuery
    String to;

    /** Where the page begins, in Tocsin's words. */
    @RestQuery
    String lastRoundId;
}
