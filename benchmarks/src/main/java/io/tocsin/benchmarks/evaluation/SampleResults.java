package io.tocsin.benchmarks.evaluation;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rounds of HTTP server tests, a minute each. Every test is slow from all agents for three rounds of a hundred, each at its own time;
 * that is beyond what {@value #VIOLATED} of the rules allow.
 */
final class SampleResults {

    static final int VIOLATED = 10;

    private static final int SLOW_MILLIS = 1_500;
    private static final int FIRST_THRESHOLD = SLOW_MILLIS - 50 * VIOLATED;

    private final Instant begin;
    private final int agents;

    SampleResults(Instant begin, int agents) {
        this.begin = begin;
        this.agents = agents;
    }

    /** The envelopes of some tests, one after the other, in one round. */
    String json(int round, int firstTest, int endTest) {
        return IntStream.range(firstTest, endTest)
                .mapToObj(test -> envelope(round, test))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String envelope(int round, int test) {
        var results = IntStream.range(0, agents)
                .mapToObj(agent -> result(round, test, agent))
                .collect(Collectors.joining(","));
        return """
                {"test":{"testId":"%d","testName":"Shop %d","type":"http-server","interval":60,"url":"https://shop-%d.example.com/"},\
                "results":[%s]}""".formatted(1_000 + test, test, test, results);
    }

    private String result(int round, int test, int agent) {
        return """
                {"agent":{"agentId":"%d","agentName":"Agent %d"},"roundId":%d,"responseCode":200,"responseTime":%d,\
                "connectTime":%d,"dnsTime":4,"sslTime":21,"waitTime":%d,"receiveTime":12,"wireSize":51234,"throughput":4269500}"""
                .formatted(agent, agent, begin.plusSeconds(60L * round).getEpochSecond(),
                        isSlow(round, test) ? SLOW_MILLIS : 80 + agent, 10 + agent % 7, 30 + agent % 11);
    }

    /** How many tests are slow in this round. */
    static long slow(int round, int tests) {
        return IntStream.range(0, tests).filter(test -> isSlow(round, test)).count();
    }

    private static boolean isSlow(int round, int test) {
        return (test * 7 + round) % 100 < 3;
    }

    /** Allows a little more than the rule before it does. */
    static String rule(int rule, int tests) {
        var ids = IntStream.range(0, tests)
                .mapToObj(test -> "\"" + (1_000 + test) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        return """
                {"ruleName":"Slow %d","alertType":"http-server","expression":"((responseTime > %d ms))","minimumSources":2,
                 "roundsViolatingOutOf":1,"roundsViolatingRequired":1,"roundsViolatingMode":"any","severity":"major","testIds":%s}
                """.formatted(rule, FIRST_THRESHOLD + 50 * rule, ids);
    }
}
