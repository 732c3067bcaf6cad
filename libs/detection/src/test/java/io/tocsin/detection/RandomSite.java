package io.tocsin.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

import io.tocsin.model.Scope;
import io.tocsin.model.result.Measurements;
import io.tocsin.model.result.ResultLayer;
import io.tocsin.model.result.ResultSource;
import io.tocsin.model.result.TestRef;
import io.tocsin.model.result.TestResult;
import io.tocsin.model.result.TestType;

/**
 * An organization with paths, proxies, slow and missing rounds, flapping tests and faults. All follows from the seed and the minute, so
 * that minutes can be asked for in any order.
 */
final class RandomSite {

    private static final int AGENTS = 5;
    private static final int TESTS = 7;
    private static final int ALL = -1;
    private static final List<Integer> INTERVALS = List.of(1, 1, 2, 5);
    private static final List<String> ERRORS = List.of("HTTP", "Connect", "DNS", "Proxy");

    private record Fault(int from, int until, int agent, int test, String error, double share) {}

    private final long seed;
    private final List<Fault> faults = new ArrayList<>();

    /** @param minutes after {@link Site#BEGIN}, in which faults are drawn, three an hour */
    RandomSite(long seed, int minutes) {
        this.seed = seed;
        var random = new Random(seed);
        for (int count = minutes / 20; count > 0; count--) {
            var from = Site.BEGIN + random.nextInt(minutes);
            var byAgent = random.nextBoolean();
            faults.add(new Fault(from, from + 3 + random.nextInt(40), byAgent ? random.nextInt(AGENTS) : ALL,
                    byAgent ? ALL : random.nextInt(TESTS), ERRORS.get(random.nextInt(ERRORS.size())), random.nextDouble(0.2,
                            1)));
        }
    }

    List<TestResult> minute(int minute) {
        var random = new SplittableRandom(seed * 31 + minute);
        var results = new ArrayList<TestResult>();
        for (int test = 0; test < TESTS; test++) {
            if (minute % INTERVALS.get(test % INTERVALS.size()) == 0) {
                var flaps = test == TESTS - 1 && minute / 3 % 4 == 0;
                for (int agent = 0; agent < AGENTS; agent++) {
                    add(results, random, minute, new int[]{ agent, test }, flaps);
                }
            }
        }
        return results;
    }

    private void add(List<TestResult> results, SplittableRandom random, int minute, int[] who, boolean flaps) {
        var error = flaps || random.nextInt(200) == 0 ? "HTTP" : "None";
        for (var fault : faults) {
            var meets = fault.from() <= minute && minute <= fault.until() && (fault.agent() == ALL || fault.agent() == who[0])
                    && (fault.test() == ALL || fault.test() == who[1]);
            error = meets && random.nextDouble() < fault.share() ? fault.error() : error;
        }
        var slower = random.nextInt(300) == 0 ? 4 : 1;
        if (random.nextInt(50) != 0) {
            results.add(result(minute, who, ResultLayer.HTTP_SERVER, web(error, slower * random.nextDouble(90, 110))));
            results.add(result(minute, who, ResultLayer.NETWORK, Measurements.of(Map.of("loss", random.nextInt(40) / 39 * 20,
                    "avgLatency", random.nextDouble(18, 22)))));
        }
        if (random.nextInt(10) == 0) {
            results.add(result(minute, who, ResultLayer.PATH_VIS, path(who[1])));
        }
    }

    private static Measurements web(String error, double milliseconds) {
        var values = new HashMap<String, Object>(Map.of("errorType", error));
        if (error.equals("None")) {
            values.put("responseTime", milliseconds);
        }
        return Measurements.of(values);
    }

    private static Measurements path(int test) {
        var end = Measurements.of(Map.of("ipAddress", "198.18.0." + test, "prefix", "198.18." + test / 3 + ".0/24", "network",
                "Net (AS " + (65_000 + test / 3) + ")"));
        return Measurements.of(Map.of("targetIsProxy", test == 1, "server", "server" + test))
                .with("pathTraces", List.of(Measurements.NOTHING.with("hops", List.of(end))));
    }

    private static TestResult result(int minute, int[] who, ResultLayer layer, Measurements measured) {
        var interval = 60 * INTERVALS.get(who[1] % INTERVALS.size());
        var test = new TestRef("" + who[1], "Test " + who[1], TestType.HTTP_SERVER, interval, null, Site.host(who[1]) + ":443");
        var source = new ResultSource("a" + who[0], "Agent " + who[0], ResultSource.Kind.AGENT, "cloud", null, "C" + who[0] / 2,
                "Net (AS " + (64_500 + who[0] / 2) + ")");
        return new TestResult(new Scope("org", "1"), test, layer, source, null, 60L * minute, null, Instant.EPOCH, measured);
    }
}
