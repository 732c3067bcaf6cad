package io.tocsin.events.detection.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;
import io.tocsin.test.StandingClock;

/**
 * An organization of its own: four agents which test four servers once a minute, in two account groups, and a clock that is set by hand.
 * The third server is down for a while.
 */
final class Site extends StandingClock {

    static final int DOWN_FROM = 100;
    static final int DOWN_UNTIL = 120;
    static final String DOWN = "host2.corp1.example";
    static final List<String> GROUPS = List.of("11", "12");
    static final int AGENTS = 4;
    private static final int SERVERS = 4;
    private static final int SECONDS = 60;
    private static final Measurements WELL = Measurements.of(Map.of("errorType", "None", "responseTime", 100));

    private final String organization;
    private final long begin;

    /** @param begin of its first round */
    Site(Instant begin) {
        this("site-" + UUID.randomUUID(), begin);
    }

    Site(String organization, Instant begin) {
        super(begin);
        this.organization = organization;
        this.begin = begin.getEpochSecond() / SECONDS;
    }

    String organization() {
        return organization;
    }

    Scope scope(String group) {
        return new Scope(organization, group);
    }

    /** All results up to this minute should be there now. */
    void setTo(int minute) {
        set(at(minute + 1));
    }

    Instant at(int minute) {
        return Instant.ofEpochSecond((begin + minute) * SECONDS);
    }

    /** Since 1970. */
    int minuteAt(int minute) {
        return (int) begin + minute;
    }

    /** @param until not this minute itself */
    List<TestResult> minutes(int from, int until) {
        var results = new ArrayList<TestResult>();
        for (int minute = from; minute < until; minute++) {
            for (int agent = 0; agent < AGENTS; agent++) {
                for (int server = 0; server < SERVERS; server++) {
                    for (var group : GROUPS) {
                        results.add(result(minute, agent, server, group));
                    }
                }
            }
        }
        return results;
    }

    /** The same rounds, in which nothing failed after all. */
    List<TestResult> corrected(int from, int until) {
        return minutes(from, until).stream()
                .map(result -> new TestResult(result.scope(), result.test(), result.layer(), result.source(), result.target(),
                        result.roundId(), null, result.receivedAt(), WELL))
                .toList();
    }

    private TestResult result(int minute, int agent, int server, String group) {
        var test = new TestRef(group + server, "Test " + server, TestType.HTTP_SERVER, SECONDS, "s" + server,
                "https://host" + server + ".corp" + server / 2 + ".example:443/");
        var source = new ResultSource("a" + agent, "Agent " + agent, ResultSource.Kind.AGENT, "cloud", "Oslo, Norway",
                "C" + agent / 2, "Net (AS " + (64_500 + agent / 2) + ")");
        var down = server == 2 && minute >= DOWN_FROM && minute < DOWN_UNTIL;
        var measured = down
                ? Measurements.of(Map.of("errorType", "HTTP"))
                : Measurements.of(Map.of("errorType", "None", "responseTime", 100 + 10 * (minute * 7 % 5)));
        return new TestResult(scope(group), test, ResultLayer.HTTP_SERVER, source, null, at(minute).getEpochSecond(), null,
                Instant.now(), measured);
    }
}
