package io.tocsin.local.door;

import java.util.function.Supplier;

import io.vertx.core.http.HttpServerRequest;

/** What a person sees who opens the front door in a browser. */
public final class WelcomePage {

    private final Supplier<String> html;

    public WelcomePage(Supplier<String> html) {
        this.html = html;
    }

    void serve(HttpServerRequest request) {
        request.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                .putHeader("Cache-Control", "no-store")
                .end(html.get());
    }
}
