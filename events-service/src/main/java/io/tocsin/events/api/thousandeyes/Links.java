package io.tocsin.events.api.thousandeyes;

import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.dialects.thousandeyes.HalLink;
import io.tocsin.dialects.thousandeyes.event.SelfLink;
import io.tocsin.http.server.PublicUrl;

/** Absolute links; each carries the account group which the caller named, or it would lead elsewhere. */
@Singleton
@RegisterForReflection(targets = { Links.Self.class, HalLink.class })
class Links {

    static final String EVENTS = "/v7/events";
    static final String TESTS = "/v7/tests";
    static final String AGENTS = "/v7/agents";

    private final PublicUrl publicUrl;

    Links(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The {@code _links} of what every answer has. */
    record Self(HalLink self) {}

    Self collection(String path, String aid) {
        return new Self(new HalLink(inGroup(UriBuilder.fromUri(publicUrl.of(path)), aid).build().toString()));
    }

    Self one(String path, String id, String aid) {
        return new Self(new HalLink(inGroup(UriBuilder.fromUri(publicUrl.of(path)).path("{id}"), aid).build(id).toString()));
    }

    /** A detected event. */
    SelfLink event(UUID id, String aid) {
        return new SelfLink(one(EVENTS, id.toString(), aid).self());
    }

    SelfLink evidence(UUID id, String aid) {
        return new SelfLink(new HalLink(inGroup(UriBuilder.fromUri(publicUrl.of(EVENTS + "/" + id + "/evidence")), aid).build()
                .toString()));
    }

    HalLink test(String id, String aid) {
        return one(TESTS, id, aid).self();
    }

    HalLink agent(String id, String aid) {
        return one(AGENTS, id, aid).self();
    }

    private static UriBuilder inGroup(UriBuilder uri, String aid) {
        return aid == null ? uri : uri.queryParam("aid", "{aid}").resolveTemplate("aid", aid);
    }
}
