package io.tocsin.alerts.api.thousandeyes;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

import io.tocsin.dialects.thousandeyes.HalLink;
import io.tocsin.http.server.PublicUrl;

/** Links to pages: the request's own URL as it looks from outside, with another cursor. */
@Singleton
class PageLinker {

    private static final String CURSOR = "cursor";

    private final PublicUrl publicUrl;

    PageLinker(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    HalLink self(UriInfo uri) {
        return new HalLink(outside(uri).build().toString());
    }

    HalLink at(UriInfo uri, String cursor) {
        return new HalLink(outside(uri).replaceQueryParam(CURSOR, cursor).build().toString());
    }

    private UriBuilder outside(UriInfo uri) {
        return UriBuilder.fromUri(publicUrl.of(uri.getRequestUri().getRawPath()))
                .replaceQuery(uri.getRequestUri().getRawQuery());
    }
}
