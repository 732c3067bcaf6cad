package io.tocsin.e2e.domain;

import static io.tocsin.e2e.domain.ARule.aRule;
import static io.tocsin.e2e.domain.AnEvent.anEvent;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.tocsin.e2e.api.Tocsin;

/**
 * Many small fires at once. Each has a rule and recipients of its own, one or several, so that each must lead to exactly one alert
 * and each recipient to one mail, and sets can be compared by names.
 */
public final class Fires {

    private static final int ACCEPTED = 202;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Tocsin tocsin;
    private final int recipients;
    private final String campaign = Names.unique("fire");
    private final Map<String, String> rules = new LinkedHashMap<>();
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();

    private Fires(Tocsin tocsin, int recipients) {
        this.tocsin = tocsin;
        this.recipients = recipients;
    }

    /** Makes the rules; nothing burns yet. */
    public static Fires prepared(Tocsin tocsin, int count) {
        return prepared(tocsin, count, 1);
    }

    /** Each has so many recipients of its own, instead of one. */
    public static Fires prepared(Tocsin tocsin, int count, int recipients) {
        var fires = new Fires(tocsin, recipients);
        IntStream.range(0, count).mapToObj(number -> fires.campaign + "-" + number).forEach(fires::makeRule);
        return fires;
    }

    /** Posts every event, each again and again until it is accepted. */
    public void lightAll() {
        rules.keySet().forEach(this::light);
    }

    /** Events that were accepted so far. */
    public Set<String> accepted() {
        return Set.copyOf(accepted);
    }

    public Set<String> names() {
        return rules.keySet();
    }

    /** Names of the recipients: those of the fires, where each has one. */
    public Set<String> people() {
        return rules.keySet().stream().flatMap(this::peopleOf).collect(Collectors.toSet());
    }

    private Stream<String> peopleOf(String fire) {
        return recipients == 1 ? Stream.of(fire) : IntStream.range(0, recipients).mapToObj(person -> fire + "-" + person);
    }

    /** Those accepted by their first post: no answer was lost, so that they can be stored only once. */
    public Set<String> acceptedAtOnce() {
        return accepted.stream().filter(name -> attempts.get(name) == 1).collect(Collectors.toSet());
    }

    /** How often each event is stored. */
    public Map<String, Long> stored() {
        return tocsin.events().titlesTagged("campaign:" + campaign);
    }

    /** How many alerts each fire has. */
    public Map<String, Long> alerted() {
        var names = new HashMap<String, String>();
        rules.forEach((name, rule) -> names.put(rule, name));
        return tocsin.alerts()
                .all()
                .stream()
                .filter(alert -> names.containsKey(alert.ruleId()))
                .collect(Collectors.groupingBy(alert -> names.get(alert.ruleId()), Collectors.counting()));
    }

    /** How often a mail came to each recipient, copies counted. */
    public Map<String, Long> mailed() {
        return Recipients.of(campaign, tocsin.smtp()).mails();
    }

    /** How many different mails came to each recipient: copies have one Message-ID, and mail programs show one of them. */
    public Map<String, Long> distinctlyMailed() {
        return Recipients.of(campaign, tocsin.smtp()).distinctMails();
    }

    /** How many deliveries to each recipient the mail server took, as the notifier tells. */
    public Map<String, Long> told() {
        return people().stream().collect(Collectors.toMap(person -> person, this::toldTo));
    }

    private long toldTo(String person) {
        return tocsin.deliveries()
                .to(Names.address(person))
                .stream()
                .filter(delivery -> "delivered".equals(delivery.get("state")))
                .count();
    }

    /** Each of these names once. */
    public static Map<String, Long> onceEach(Collection<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, name -> 1L));
    }

    private void makeRule(String name) {
        var people = peopleOf(name).map(Names::address).toArray(String[]::new);
        rules.put(name, tocsin.rules().create(aRule(name).matching("fire:" + name).telling(people).silentOnClear()));
    }

    private void light(String name) {
        var event = anEvent(name).tagged("campaign:" + campaign).tagged("fire:" + name).build();
        do {
            attempts.merge(name, 1, Integer::sum);
        } while (tocsin.events().tryToPost(event) != ACCEPTED && paused());
        accepted.add(name);
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
