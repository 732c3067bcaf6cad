package io.tocsin.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;

/** Six agents, two in each country, which test six servers of three domains once a minute. */
final class Site {

    static final int BEGIN = 29_000_160;
    static final int AGENTS = 6;
    static final int SERVERS = 6;

    /** What an agent's test of a server ends with. */
    interface Weather {

        /** @return {@code None} or a type of error */
        String error(int minute, int agent, int server);
    }

    private final Weather weather;

    Site(Weather weather) {
        this.weather = weather;
    }

    static String host(int server) {
        return "host" + server + ".corp" + server / 2 + ".example";
    }

    List<TestResult> minute(int minute) {
        var results = new ArrayList<TestResult>();
        for (int agent = 0; agent < AGENTS; agent++) {
            for (int server = 0; server < SERVERS; server++) {
                results.add(result(minute, agent, server));
            }
        }
        return results;
    }

    private TestResult result(int minute, int agent, int server) {
        var test = new TestRef("" + server, "Test " + server, TestType.HTTP_SERVER, 60, null, host(server) + ":443");
        var country = "C" + agent / 2;
        var source = new ResultSource("a" + agent, "Agent " + agent, ResultSource.Kind.AGENT, "cloud", null, country,
                "Net (AS " + (64_500 + agent / 2) + ")");
        var error = weather.error(minute, agent, server);
        var measured = error.equals("None")
                ? Measurements.of(Map.of("errorType", error, "responseTime", 100 + 10 * (minute * 7 % 5)))
                : Measurements.of(Map.of("errorType", error));
        return new TestResult(new Scope("org", "1"), test, ResultLayer.HTTP_SERVER, source, null, 60L * minute, null,
                Instant.EPOCH,
                measured);
    }
}
