package io.tocsin.outbox.relay;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import io.tocsin.outbox.relay.Reply.Broken;
import io.tocsin.outbox.relay.Reply.Judged;
import io.tocsin.outbox.relay.Reply.Unavailable;
import io.tocsin.outbox.wire.Verdict;
import io.tocsin.outbox.wire.Verdicts;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;

/** Understands what a destination answers, whatever stands there: an inbox, a proxy before it, or something else. */
@Singleton
class ReplyReader {

    private static final int EXCERPT = 300;

    private final ObjectReader verdicts;

    ReplyReader(ObjectMapper json) {
        verdicts = json.readerFor(Verdicts.class);
    }

    Reply read(HttpResponse<Buffer> response) {
        return switch (response.statusCode()) {
            case 200 -> judged(response);
            case 401, 403 -> unavailable(response, "it does not accept our credential, set the same "
                    + "tocsin.outbox.service-credential in both services");
            case 404, 405 -> unavailable(response, "there is no inbox, check its URL in tocsin.outbox.destinations");
            case 408, 425, 429, 502, 503, 504 -> unavailable(response, "it cannot take messages now");
            default -> new Broken("status " + response.statusCode() + " " + excerpt(response));
        };
    }

    private Reply judged(HttpResponse<Buffer> response) {
        try {
            Verdicts answer = verdicts.readValue(response.body().getBytes());
            return answer.messages().isEmpty() ? noInbox(response) : new Judged(byId(answer));
        } catch (IOException | RuntimeException e) {
            return noInbox(response);
        }
    }

    private static Reply noInbox(HttpResponse<Buffer> response) {
        return unavailable(response, "the answer holds no verdicts, check its URL in tocsin.outbox.destinations");
    }

    private static Map<UUID, Verdict> byId(Verdicts answer) {
        return answer.messages()
                .stream()
                .collect(Collectors.toMap(Verdict::id, Function.identity(), (first, second) -> first));
    }

    private static Unavailable unavailable(HttpResponse<Buffer> response, String what) {
        return new Unavailable("status " + response.statusCode() + ", " + what, RetryAfter.of(response.getHeader(
                "Retry-After")));
    }

    private static String excerpt(HttpResponse<Buffer> response) {
        var body = response.bodyAsString();
        return body == null ? "" : body.substring(0, Math.min(body.length(), EXCERPT));
    }
}
