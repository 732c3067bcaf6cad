package io.tocsin.events.api.otlp;

import java.io.IOException;

import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A request as it came.
 *
 * @param encoding {@code Content-Encoding}, null for none
 * @param isProtobuf else it is JSON, and so will be the answer
 */
record OtlpRequest(byte[] body, String encoding, boolean isProtobuf) {

    static OtlpRequest of(HttpHeaders headers, byte[] body) {
        return new OtlpRequest(body == null ? new byte[0] : body, headers.getHeaderString(HttpHeaders.CONTENT_ENCODING),
                OtlpAnswers.isProtobuf(headers.getMediaType()));
    }

    /** @param mostBytes once it is inflated */
    OtlpMetrics read(int mostBytes, ObjectMapper json) throws IOException {
        var inflated = Inflation.of(body, encoding, mostBytes);
        return isProtobuf
                ? new OtlpProtobufReader().read(inflated)
                : new OtlpJsonReader(json).read(inflated);
    }
}
