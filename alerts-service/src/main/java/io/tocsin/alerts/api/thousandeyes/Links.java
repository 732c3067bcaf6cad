package io.tocsin.alerts.api.thousandeyes;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;

import io.tocsin.dialects.thousandeyes.HalLink;
import io.tocsin.http.server.PublicUrl;

/** Absolute links; each carries the account group which the caller named, or it would lead elsewhere. */
@Singleton
class Links {

    static final String RULES = "/v7/alerts/rules";
    static final String ALERTS = "/v7/alerts";
    static final String WINDOWS = "/v7/alert-suppression-windows";
    private static final String TESTS = "/v7/tests";

    private final PublicUrl publicUrl;

    Links(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    HalLink rules(String aid) {
        return link(RULES, aid);
    }

    HalLink rule(Object id, String aid) {
        return link(RULES + "/" + id, aid);
    }

    HalLink alert(Object id, String aid) {
        return link(ALERTS + "/" + id, aid);
    }

    HalLink windows(String aid) {
        return link(WINDOWS, aid);
    }

    HalLink window(Object id, String aid) {
        return link(WINDOWS + "/" + id, aid);
    }

    HalLink test(String id, String aid) {
        return new HalLink(inGroup(UriBuilder.fromUri(publicUrl.of(TESTS)).path("{id}"), aid).build(id).toString());
    }

    private HalLink link(String path, String aid) {
        return new HalLink(inGroup(UriBuilder.fromUri(publicUrl.of(path)), aid).build().toString());
    }

    private static UriBuilder inGroup(UriBuilder uri, String aid) {
        return aid == null ? uri : uri.queryParam("aid", aid);
    }
}
