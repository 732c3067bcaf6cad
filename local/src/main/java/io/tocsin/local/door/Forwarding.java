package io.tocsin.local.door;

import java.util.List;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Tells a service who really calls, and a caller that a service is away. What the caller claims about itself is dropped. */
final class Forwarding implements ProxyInterceptor {

    private static final List<String> CLAIMS = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port",
            "X-Forwarded-Prefix", "X-Forwarded-Proto", "X-Forwarded-Ssl", "X-Real-IP");
    private static final String RETRY_AFTER_SECONDS = "2";

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var request = context.request();
        var headers = request.headers();
        CLAIMS.forEach(headers::remove);
        var original = request.proxiedRequest();
        headers.set("X-Forwarded-For", original.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", "http");
        if (original.authority() != null) {
            headers.set("X-Forwarded-Host", original.authority().toString());
        }
        return context.sendRequest().recover(failure -> Future.succeededFuture(away(context)));
    }

    /** 503 when nothing was sent; after that nobody can say whether the request took effect, and it is 502. */
    private static ProxyResponse away(ProxyContext context) {
        var sent = Boolean.TRUE.equals(context.get(FrontDoor.CONNECTED, Boolean.class));
        var detail = sent
                ? "The service went away before it answered. It may or may not have acted on the request."
                : "The service is starting or stopped. Nothing was done; try again in a moment.";
        var problem = new JsonObject()
                .put("title", sent ? "Bad Gateway" : "Service Unavailable")
                .put("status", sent ? 502 : 503)
                .put("detail", detail);
        return context.request()
                .release()
                .response()
                .setStatusCode(problem.getInteger("status"))
                .putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .setBody(Body.body(Buffer.buffer(problem.encode())));
    }
}
