package io.tocsin.events.api.otlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

import io.tocsin.http.problem.CallFailed;
import io.tocsin.http.problem.Failure;

/** Inflates a body, but never further than to the limit: whatever a few bytes claim to be. */
final class Inflation {

    private Inflation() {}

    /** Fails with {@link CallFailed}. */
    static byte[] of(byte[] body, String encoding, int limit) {
        if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            return body;
        }
        if (!encoding.strip().equalsIgnoreCase("gzip")) {
            throw new CallFailed(Failure.of(415, "The Content-Encoding must be gzip, or none."));
        }
        return inflated(body, limit);
    }

    private static byte[] inflated(byte[] body, int limit) {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            var inflated = stream.readNBytes(limit + 1);
            if (inflated.length > limit) {
                throw new CallFailed(Failure.of(413, "Inflated, the request body is larger than the " + limit
                        + " bytes which this server accepts; send smaller batches."));
            }
            return inflated;
        } catch (IOException e) {
            throw new CallFailed(Failure.of(400, "The body is not valid gzip."));
        }
    }
}
