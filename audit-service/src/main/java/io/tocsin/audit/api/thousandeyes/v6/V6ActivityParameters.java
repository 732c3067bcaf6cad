package io.tocsin.audit.api.thousandeyes.v6;

import org.jboss.resteasy.reactive.RestQuery;

import io.tocsin.audit.api.thousandeyes.ActivityParameters;

/** The query of v6, which has other words for the range. */
class V6ActivityParameters {

    @RestQuery
    String aid;

    @RestQuery
    String useAllPermittedAids;

    @RestQuery
    String window;

    @RestQuery
    String from;

    @RestQuery
    String to;

    /** Where the page begins, in Tocsin's words. */
    @RestQuery
    String cursor;

    /** Which page that is, as the link which led here counted it. */
    @RestQuery
    String page;

    ActivityParameters inV7sWords() {
        return new ActivityParameters(aid, useAllPermittedAids, window, from, to).from(cursor);
    }

    static String inV6sWords(String text) {
        return text.replace("startDate", "from").replace("endDate", "to");
    }

    int number() {
        return page != null && page.matches("[1-9]\\d{0,8}") ? Integer.parseInt(page) : 1;
    }
}
