package io.tocsin.events.api.thousandeyes;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.thousandeyes.HalLink;
import io.tocsin.dialects.thousandeyes.PageLinks;
import io.tocsin.dialects.thousandeyes.result.Layers;
import io.tocsin.dialects.thousandeyes.result.TestResultsWriter;
import io.tocsin.events.result.ResultBook;
import io.tocsin.events.result.ResultQuery;
import io.tocsin.events.result.SeenTest;
import io.tocsin.http.paging.PageUrls;
import io.tocsin.http.paging.Shown;
import io.tocsin.model.result.TestResult;
import io.vertx.core.http.HttpServerRequest;

/** Results by the page. */
@Singleton
class ResultPages {

    private static final int SIZE = 200;
    private static final String TESTS = "/v7/tests";

    private final ResultBook book;
    private final PageUrls urls;
    private final Links links;
    private final Clock clock;

    ResultPages(ResultBook book, PageUrls urls, Links links, Clock clock) {
        this.book = book;
        this.urls = urls;
        this.links = links;
        this.clock = clock;
    }

    /** Without a range those of the latest round. */
    Uni<ResultPage> page(SeenTest test, ResultQuery query, ResultParameters parameters, HttpServerRequest call) {
        var request = ResultRequest.of(query, parameters, clock);
        return request.range() == null
                ? book.latestRound(query)
                        .map(latest -> request.ofRound(latest.orElse(0L)))
                        .chain(ofLatest -> read(test, ofLatest, parameters, call))
                : read(test, request, parameters, call);
    }

    private Uni<ResultPage> read(SeenTest test, ResultRequest request, ResultParameters parameters, HttpServerRequest call) {
        return book.list(request.query(), request.after(), SIZE + 1)
                .map(found -> page(test, found, request, parameters, call));
    }

    private ResultPage page(SeenTest test, List<TestResult> found, ResultRequest request, ResultParameters parameters,
            HttpServerRequest call) {
        var shown = Shown.of(found, SIZE);
        var next = shown.goesOnAfter().map(last -> new HalLink(urls.at(call, request.cursorAfter(last)))).orElse(null);
        var asked = parameters.window != null || parameters.startDate != null;
        return new ResultPage(SimpleTest.of(test, links.one(TESTS, test.test().id(), parameters.aid)),
                Layers.word(request.query().layer()), shown.items().stream().map(TestResultsWriter::write).toList(),
                asked ? seconds(request.range().start()) : null, asked ? seconds(request.range().end()) : null,
                new PageLinks(new HalLink(urls.self(call)), next, null));
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
