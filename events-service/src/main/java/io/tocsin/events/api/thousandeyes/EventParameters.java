package io.tocsin.events.api.thousandeyes;

import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of {@code GET /v7/events}, as they arrive. */
class EventParameters {

    @RestQuery
    String aid;

    @RestQuery
    String window;

    @RestQuery
    String startDate;

    @RestQuery
    String endDate;

    @RestQuery
    String ongoing;

    @RestQuery
    String max;

    @RestQuery
    String cursor;
}
