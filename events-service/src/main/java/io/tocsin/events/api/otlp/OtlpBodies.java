package io.tocsin.events.api.otlp;

import java.io.IOException;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads a body in whatever its headers say that it is written. */
@Singleton
class OtlpBodies {

    private final OtlpConfig config;
    private final ObjectMapper json;

    OtlpBodies(OtlpConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    OtlpMetrics read(HttpHeaders headers, byte[] body) throws IOException {
        var inflated = Inflation.of(body == null ? new byte[0] : body, headers.getHeaderString(HttpHeaders.CONTENT_ENCODING),
                config.maxInflated());
        return OtlpAnswers.isProtobuf(headers.getMediaType())
                ? new OtlpProtobufReader().read(inflated)
                : new OtlpJsonReader(json).read(inflated);
    }

    /** Seconds of a round where the test does not say its interval. */
    int round() {
        return config.round();
    }
}
