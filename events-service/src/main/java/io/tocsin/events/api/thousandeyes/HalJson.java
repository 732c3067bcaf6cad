package io.tocsin.events.api.thousandeyes;

/** What ThousandEyes answers with, whatever the caller accepts. */
final class HalJson {

    static final String MEDIA_TYPE = "application/hal+json";

    private HalJson() {}
}
