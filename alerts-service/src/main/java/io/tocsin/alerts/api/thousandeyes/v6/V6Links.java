package io.tocsin.alerts.api.thousandeyes.v6;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriBuilder;

import io.tocsin.dialects.thousandeyes.v6.V6Times;
import io.tocsin.http.server.PublicUrl;
import io.vertx.core.http.HttpServerRequest;

/** Absolute links; each carries the account group which the caller named, or it would lead elsewhere. */
@Singleton
class V6Links {

    private static final Set<String> OF_A_PAGE = Set.of("window", "from", "to", "lastRoundId");

    private final PublicUrl publicUrl;

    V6Links(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    String alert(long number, String format, String aid) {
        return link("/v6/alerts/{id}." + format, Long.toString(number), aid);
    }

    String rule(long id, String format, String aid) {
        return link("/v6/alert-rules/{id}." + format, Long.toString(id), aid);
    }

    String test(String id, String aid) {
        return link("/v7/tests/{id}", id, aid);
    }

    String results(String id, String aid) {
        return link("/v7/test-results/{id}", id, aid);
    }

    /** The call's own URL, with its range in absolute times and the word by which the next page is asked for. */
    String next(HttpServerRequest call, V6AlertRequest request, String word) {
        var parameters = new ArrayList<>(Stream.ofNullable(call.query())
                .flatMap(query -> Stream.of(query.split("&")))
                .filter(parameter -> !parameter.isEmpty() && !OF_A_PAGE.contains(parameter.split("=", 2)[0]))
                .toList());
        if (request.hasRange()) {
            parameters.addAll(List.of("from=" + escaped(V6Times.write(request.filter().from())),
                    "to=" + escaped(V6Times.write(request.filter().to()))));
        }
        parameters.add("lastRoundId=" + word);
        return publicUrl.of(call.path()) + "?" + String.join("&", parameters);
    }

    private String link(String path, String id, String aid) {
        var uri = UriBuilder.fromUri(publicUrl.of("")).path(path);
        return (aid == null ? uri : uri.queryParam("aid", "{aid}")).build(aid == null
                ? new Object[]{ id }
                : new Object[]{ id, aid })
                .toString();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
