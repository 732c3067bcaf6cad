package io.tocsin.http.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.tocsin.http.server.PublicUrl;
import io.vertx.core.http.HttpServerRequest;

/**
 * Absolute URLs of pages: the call's own URL as it looks from outside, with another cursor. The query is taken as it arrived, byte
 * by byte, so that nothing a client may write there can be misread.
 */
@Singleton
public class PageUrls {

    private static final String CURSOR = "cursor=";

    private final PublicUrl publicUrl;

    PageUrls(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    public String self(HttpServerRequest call) {
        return url(call, parameters(call).toList());
    }

    /** @param cursor as {@link Cursor#encode} makes it, which needs no escaping */
    public String at(HttpServerRequest call, String cursor) {
        var parameters = new ArrayList<>(parameters(call).filter(parameter -> !parameter.startsWith(CURSOR)).toList());
        parameters.add(CURSOR + cursor);
        return url(call, parameters);
    }

    private String url(HttpServerRequest call, List<String> parameters) {
        var path = publicUrl.of(call.path());
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    private static Stream<String> parameters(HttpServerRequest call) {
        return Stream.ofNullable(call.query())
                .flatMap(query -> Stream.of(query.split("&")))
                .filter(parameter -> !parameter.isEmpty());
    }
}
