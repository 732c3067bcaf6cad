package io.tocsin.events.api.thousandeyes;

import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters with which results are read, as they arrive. */
class ResultParameters {

    @RestQuery
    String aid;

    @RestQuery
    String window;

    @RestQuery
    String startDate;

    @RestQuery
    String endDate;

    @RestQuery
    String cursor;
}
