package io.tocsin.e2e.domain;

import static io.tocsin.e2e.domain.ARound.aRound;
import static io.tocsin.e2e.domain.ARule.aTestRule;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.tocsin.e2e.api.AlertFacts;
import io.tocsin.e2e.api.Tocsin;

/**
 * Many tests at once, each with a rule and a recipient of its own. Each has one outage: two of its five agents lose packets, other ones
 * from round to round, until it ends or, in every second test, until all five lose some in the last round. So it is known what must be
 * alerted when all rounds are evaluated, however they came.
 */
public final class Outages {

    private static final int ROUNDS = 12;
    private static final int BEGINNINGS = 4;
    private static final int LENGTH = 6;
    private static final int AGENTS = 5;

    private final Tocsin tocsin;
    private final String campaign = Names.unique("outage");
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(ROUNDS, ChronoUnit.MINUTES);
    private final List<String> tests;
    private final Map<String, String> rules = new LinkedHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();

    private Outages(Tocsin tocsin, int count) {
        this.tocsin = tocsin;
        this.tests = IntStream.range(0, count).mapToObj(number -> campaign + "-" + number).toList();
    }

    /** Makes the rules; nothing is measured yet. */
    public static Outages prepared(Tocsin tocsin, int count) {
        var outages = new Outages(tocsin, count);
        outages.tests.forEach(test -> outages.rules.put(tocsin.rules().create(ruleOf(test)), test));
        return outages;
    }

    /** Sends all rounds, each of each test by itself, again and again until it is accepted. */
    public void sendAll() {
        for (var round = 0; round < ROUNDS; round++) {
            for (var number = 0; number < tests.size(); number++) {
                send(measured(number, round));
            }
        }
    }

    /** Whether this share of all rounds is accepted. */
    public boolean isSentTo(double share) {
        return sent.get() >= share * ROUNDS * tests.size();
    }

    public List<String> tests() {
        return tests;
    }

    /** The alerts there must be, by test. */
    public Map<String, List<AlertFacts>> expected() {
        var ruleOf = rules.entrySet().stream().collect(toMap(Map.Entry::getValue, Map.Entry::getKey));
        return IntStream.range(0, tests.size())
                .boxed()
                .collect(toMap(tests::get, number -> List.of(expected(number, ruleOf.get(tests.get(number))))));
    }

    /** The alerts there are, by test. */
    public Map<String, List<AlertFacts>> alerted() {
        var found = new LinkedHashMap<String, List<AlertFacts>>();
        tocsin.alerts()
                .all()
                .stream()
                .filter(alert -> rules.containsKey(alert.ruleId()))
                .forEach(alert -> found.computeIfAbsent(rules.get(alert.ruleId()), none -> new ArrayList<>())
                        .add(tocsin.alertForms().v7(alert.id())));
        return found;
    }

    /** How often a mail came for each test, copies counted. */
    public Map<String, Long> mailed() {
        return Recipients.of(campaign, tocsin.smtp()).mails();
    }

    /** How many different mails came for each test. */
    public Map<String, Long> distinctlyMailed() {
        return Recipients.of(campaign, tocsin.smtp()).distinctMails();
    }

    private void send(ARound round) {
        var accepted = false;
        while (!accepted) {
            accepted = tocsin.results().tryToSend(round.metrics());
        }
        sent.incrementAndGet();
    }

    private static ARule ruleOf(String test) {
        return aTestRule(test).watching(test).in(2, 2, 2).telling(Names.address(test)).silentOnClear();
    }

    private AlertFacts expected(int number, String rule) {
        var ends = ends(number);
        var sources = new TreeMap<String, String>();
        IntStream.rangeClosed(1, AGENTS).forEach(agent -> sources.put("Agent " + agent, "Loss: " + lossOf(agent) + "%"));
        return new AlertFacts(rule, tests.get(number), !ends, "major", time(begin(number) + 1),
                ends ? time(begin(number) + LENGTH) : null, ends ? 0 : AGENTS, false, 1, sources);
    }

    private ARound measured(int number, int round) {
        var losing = losing(number, round);
        var measured = aRound(tests.get(number), start.plus(round, ChronoUnit.MINUTES));
        IntStream.rangeClosed(1, AGENTS)
                .forEach(agent -> measured.losing(losing.contains(agent) ? lossOf(agent) : 0, List.of("" + agent)));
        return measured;
    }

    /** The agents which lose packets in this round. */
    private static Set<Integer> losing(int number, int round) {
        var age = round - begin(number);
        if (age < 0 || ends(number) && age >= LENGTH) {
            return Set.of();
        }
        return round == ROUNDS - 1 ? Set.of(1, 2, 3, 4, 5) : Set.of(age % AGENTS + 1, (age + 1) % AGENTS + 1);
    }

    private static int begin(int number) {
        return 1 + number % BEGINNINGS;
    }

    private static boolean ends(int number) {
        return number % 2 == 0;
    }

    private static int lossOf(int agent) {
        return 50 + agent;
    }

    /** As {@link AlertFacts} has it. */
    private String time(int round) {
        return start.plus(round, ChronoUnit.MINUTES).toString().replace('T', ' ').replace("Z", "");
    }
}
