package io.tocsin.alerts.api.thousandeyes;

import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of {@code GET /v7/alerts}, as they arrive. */
class AlertParameters {

    @RestQuery
    String aid;

    @RestQuery
    String window;

    @RestQuery
    String startDate;

    @RestQuery
    String endDate;

    @RestQuery
    String state;

    @RestQuery
    String max;

    @RestQuery
    String cursor;
}
