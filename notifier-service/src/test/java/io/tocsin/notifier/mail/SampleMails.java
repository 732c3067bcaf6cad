package io.tocsin.notifier.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.tocsin.model.Scope;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Companion;
import io.tocsin.model.message.AlertNotification.Kind;
import io.tocsin.model.message.AlertNotification.Rule;
import io.tocsin.model.message.AlertNotification.Source;
import io.tocsin.model.message.EventNotification;
import io.tocsin.notifier.GivenEvent;

/** The mails of which docs/mails.md has pictures, by their names. */
final class SampleMails {

    private static final Instant BEGAN = Instant.parse("2026-11-22T06:56:12Z");
    private static final Instant ENDED = BEGAN.plusSeconds(725);
    private static final Scope SCOPE = new Scope("acme", "12");

    private static final String NOTES = """
            Free some space: https://wiki.example/runbooks/disk-full
            If /var is above 95 % call the storage team, +49 30 901820.""";

    private SampleMails() {}

    static Map<String, Letter> all() {
        return Map.of(
                "trigger", letter(false, events("acme", Kind.TRIGGERED)),
                "clear", letter(false, events("acme", Kind.CLEARED)),
                "clear-de", letter(false, events("beispiel", Kind.CLEARED)),
                "test", letter(false, ofTest()),
                "storm", letter(true, storm()),
                "event", event("acme", EventNotification.Kind.DETECTED),
                "event-over", event("acme", EventNotification.Kind.RESOLVED),
                "event-de", event("beispiel", EventNotification.Kind.DETECTED));
    }

    private static Letter letter(boolean storm, AlertNotification... notifications) {
        var takeover = storm ? new Letter.Takeover(26, BEGAN, 20, Duration.ofMinutes(5), ENDED.plusSeconds(300)) : null;
        return new Letter(List.of(notifications), takeover, id(1), "ann@example.org", "[Tocsin] a sample", "<1@tocsin.example>",
                null, BEGAN);
    }

    private static Letter event(String organization, EventNotification.Kind kind) {
        var event = GivenEvent.named(id(40), new Scope(organization, "12")).notification(kind);
        var rule = new Rule("event-detection-12", "Server Issue: www.example.com", null, "high", null, "event-detection");
        return letter(false, new AlertNotification(id(41), event.scope(), "12", Kind.TRIGGERED, event.eventId(), rule, BEGAN,
                null,
                List.of(), List.of("ann@example.org"), null, List.of())).about(event);
    }

    private static AlertNotification events(String organization, Kind kind) {
        var rule = new Rule("7", "Disk almost full",
                "events(\"source:nagios check:disk\").rollup(\"count\").by(\"host\").last(\"5m\") >= 3", "major", NOTES);
        var sources = List.of(
                source("web-1.fra.example.net", 0, "3 events in 5 min", kind, "0 events in 5 min"),
                source("web-2.fra.example.net", 51, "5 events in 5 min", kind, "1 event in 5 min"));
        return new AlertNotification(id(2), new Scope(organization, "12"), "Web shop", kind, id(3), rule, BEGAN,
                kind == Kind.CLEARED ? ENDED : null, sources, List.of("ann@example.org"), null, List.of());
    }

    private static AlertNotification ofTest() {
        var rule = new Rule("9", "Packet loss to the checkout", "((loss >= 20%))", "critical", null);
        var sources = List.of(
                source("Oslo, Norway", 0, "Packet loss 41.2 %", Kind.TRIGGERED, null),
                source("Rome, Italy", 0, "Packet loss 38 %", Kind.TRIGGERED, null),
                source("São Paulo, Brazil", 120, "Packet loss 100 %", Kind.TRIGGERED, null));
        return new AlertNotification(id(4), SCOPE, "Web shop", Kind.TRIGGERED, id(5), rule, BEGAN, null, sources,
                List.of("ann@example.org"), test("817", "checkout", "203.0.113.17"),
                List.of(new Companion(id(6), test("818", "payments", "203.0.113.18"), "Oslo, Norway", 3),
                        new Companion(id(7), test("819", "search", null), "Rome, Italy", 1)));
    }

    private static AlertNotification[] storm() {
        var rules = List.of("Disk almost full", "Too many errors in the checkout", "Certificate ends soon",
                "Replication is behind", "Load too high");
        var severities = List.of("major", "critical", "minor", "critical", "info");
        return IntStream.range(0, 5).mapToObj(i -> {
            var kind = i == 3 ? Kind.CLEARED : Kind.TRIGGERED;
            var began = BEGAN.plusSeconds(17 * i);
            var rule = new Rule("2" + i, rules.get(i), "...", severities.get(i), null);
            return new AlertNotification(id(20 + i), SCOPE, "Web shop", kind, id(30 + i), rule, began,
                    kind == Kind.CLEARED ? ENDED : null,
                    List.of(source("web-" + (i + 1), 17 * i, (3 + i) + " events in 5 min", kind, "0 events in 5 min")),
                    List.of("ann@example.org"), null, List.of());
        }).toArray(AlertNotification[]::new);
    }

    private static AlertNotification.Test test(String id, String name, String target) {
        return new AlertNotification.Test(id, name, target, "agent");
    }

    private static Source source(String name, int after, String atStart, Kind kind, String atEnd) {
        var cleared = kind == Kind.CLEARED;
        return new Source(name, BEGAN.plusSeconds(after), atStart, cleared ? ENDED : null, cleared ? atEnd : null);
    }

    private static UUID id(int number) {
        return new UUID(0x8000, 0x8000_0000_0000_0000L + number);
    }
}
