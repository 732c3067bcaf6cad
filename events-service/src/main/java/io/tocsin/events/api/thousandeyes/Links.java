package io.tocsin.events.api.thousandeyes;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.dialects.thousandeyes.HalLink;
import io.tocsin.http.server.PublicUrl;

/** Absolute links; each carries the account group which the caller named, or it would lead elsewhere. */
@Singleton
@RegisterForReflection(targets = { Links.Self.class, HalLink.class })
class Links {

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

    private static UriBuilder inGroup(UriBuilder uri, String aid) {
        return aid == null ? uri : uri.queryParam("aid", "{aid}").resolveTemplate("aid", aid);
    }
}
