package io.tocsin.notifier.api.thousandeyes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.dialects.thousandeyes.HalLink;
import io.tocsin.http.server.PublicUrl;

/** Where a client finds what it was told of. */
@Singleton
class Links {

    static final String CONNECTORS = "/v7/connectors/generic";
    static final String OPERATIONS = "/v7/operations/webhooks";

    private final PublicUrl publicUrl;

    Links(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @RegisterForReflection
    record Self(HalLink self) {}

    Self connectors(String aid) {
        return self(CONNECTORS, aid);
    }

    Self connector(UUID id, String aid) {
        return self(CONNECTORS + "/" + id, aid);
    }

    Self operationsOf(UUID connector, String aid) {
        return self(CONNECTORS + "/" + connector + "/operations", aid);
    }

    Self operations(String aid) {
        return self(OPERATIONS, aid);
    }

    Self operation(UUID id, String aid) {
        return self(OPERATIONS + "/" + id, aid);
    }

    Self connectorsOf(UUID operation, String aid) {
        return self(OPERATIONS + "/" + operation + "/connectors", aid);
    }

    private Self self(String path, String aid) {
        return new Self(new HalLink(publicUrl.of(path
                + (aid == null ? "" : "?aid=" + URLEncoder.encode(aid, StandardCharsets.UTF_8)))));
    }
}
