package io.tocsin.events.api.thousandeyes;

import static io.tocsin.events.TestKeys.TWO_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tocsin.events.TestDatabase;
import io.tocsin.events.TestKeys;
import io.tocsin.test.Fuzz;
import io.tocsin.test.FuzzedService;
import io.tocsin.test.PostgresResource;

/** Calls which know the names of paths and parameters, and what former answers named; the seed makes each run the same. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(TestKeys.class)
class DetectedEventsFuzzTest {

    private static final int CALLS = Integer.getInteger("tocsin.fuzz.calls", 500);
    private static final List<String> PARAMETERS = List.of("aid", "window", "startDate", "endDate", "ongoing", "max", "cursor",
            "");
    private static final List<String> TEXTS = List.of("", " ", "0", "-1", "1", "2", "11", "13", "9223372036854775807", "1h",
            "52w",
            "99999999999w", "999999999999", "1y", "now", "2026-03-01T12:00:00Z", "2026-03-01 12:00:00", "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z", "+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z",
            "0000-00-00T00:00:00Z",
            "2026-02-30T00:00:00Z", "true", "false", "TRUE", "null", "NaN", "1e400", "\u0000", "\uD83D\uDD14", "\uFFFE",
            "'; drop table detected_event", "%", "%s", "..", "evidence", "AAAA", "AAAA.AAAA", "....",
            "7c32734e-ba62-40cb-90f6-b99e43d5649f", "7c32734e-ba62-40cb-90f6-b99e43d5649f ", "x".repeat(3000));
    private static final Pattern LEARNT = Pattern.compile("cursor=([\\w-]+)|\"id\":\"([0-9a-f-]+)\"");

    @TestHTTPResource
    URI service;

    @Inject
    TestDatabase database;

    @AfterEach
    void nothingIsLeft() {
        database.execute("delete from detected_event");
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void callsAreNeverAFailureOfOurs(long seed) throws Exception {
        var fuzz = new Fuzz(seed, TEXTS);
        var learnt = new ArrayList<>(List.of("nothing"));
        var counts = new TreeMap<Integer, Integer>();
        IntStream.range(0, 6)
                .forEach(n -> StoredEvent.of("TARGET", "t" + n)
                        .began(Instant.parse("2026-03-01T12:00:00Z").plusSeconds(n))
                        .touching("11", "1", "3", "t" + n)
                        .storedIn(database));

        for (int n = 0; n < CALLS; n++) {
            var path = "/v7/events" + (fuzz.oneIn(3) ? "/" + text(fuzz, learnt) : "") + (fuzz.oneIn(5) ? "/evidence" : "");
            var query = (fuzz.oneIn(2) ? "startDate=2026-01-01&window=9w&".substring(fuzz.below(2) * 21) : "")
                    + IntStream.range(0, fuzz.below(4))
                            .mapToObj(i -> fuzz.any(PARAMETERS) + "=" + text(fuzz, learnt))
                            .collect(Collectors.joining("&"));
            var verb = fuzz.oneIn(10) ? fuzz.any(List.of("DELETE", "PUT", "POST", "OPTIONS", "HEAD")) : "GET";

            var answer = new FuzzedService(service).call(verb, path + "?" + query, new byte[0], "Authorization",
                    "Bearer " + TWO_GROUPS);

            counts.merge(answer.statusCode(), 1, Integer::sum);
            LEARNT.matcher(answer.body())
                    .results()
                    .limit(3)
                    .forEach(match -> learnt.add(match.group().replaceAll(".*[=:]|\"", "")));
        }
        assertThat(counts).containsKeys(200, 400, 403, 404, 405);
    }

    /** What somebody might send, or what an answer named. */
    private static String text(Fuzz fuzz, List<String> learnt) {
        return fuzz.oneIn(3) ? Fuzz.encoded(fuzz.any(learnt)) : fuzz.text();
    }
}
