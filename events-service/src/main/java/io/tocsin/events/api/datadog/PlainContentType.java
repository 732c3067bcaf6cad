package io.tocsin.events.api.datadog;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Quarkus names the charset of JSON, which has but one; the original was recorded without (wire/datadog.md §1). */
@Singleton
class PlainContentType {

    @ApiKeyRequired
    @ServerResponseFilter
    public void ofCallsWithOneKey(ContainerResponseContext answer) {
        makePlain(answer);
    }

    @BothKeysRequired
    @ServerResponseFilter
    public void ofCallsWithBothKeys(ContainerResponseContext answer) {
        makePlain(answer);
    }

    private static void makePlain(ContainerResponseContext answer) {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(answer.getMediaType())) {
            answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
