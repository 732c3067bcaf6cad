package io.tocsin.notifier.payload;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.tocsin.model.Scope;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Integration;
import io.tocsin.model.message.AlertNotification.Kind;
import io.tocsin.model.message.AlertNotification.Rule;
import io.tocsin.model.message.AlertNotification.Source;
import io.tocsin.model.message.AlertNotification.Test;

/** One notification of each kind, by what it tells. Their texts hold what breaks careless templates. */
public final class Samples {

    private static final Instant STARTED = Instant.parse("2026-01-05T14:25:00Z");
    private static final Instant CLEARED = STARTED.plusSeconds(1_800);

    static final Map<String, AlertNotification> ALL = all();

    private Samples() {}

    public static AlertNotification triggered() {
        return notification(Kind.TRIGGERED, true);
    }

    public static AlertNotification cleared() {
        return notification(Kind.CLEARED, true);
    }

    /** What a test-send tells. */
    public static AlertNotification triggered(UUID id, UUID alertId, Scope scope, List<Integration> integrations) {
        var sample = triggered();
        return new AlertNotification(id, scope, sample.accountGroupName(), sample.kind(), alertId, sample.rule(),
                sample.startedAt(), null, sample.sources(), List.of(), sample.test(), List.of(), integrations);
    }

    private static Map<String, AlertNotification> all() {
        var samples = new LinkedHashMap<String, AlertNotification>();
        samples.put("the trigger of a test's alert", notification(Kind.TRIGGERED, true));
        samples.put("the clear of a test's alert", notification(Kind.CLEARED, true));
        samples.put("the trigger of an alert of events", notification(Kind.TRIGGERED, false));
        samples.put("the clear of an alert of events", notification(Kind.CLEARED, false));
        return samples;
    }

    private static AlertNotification notification(Kind kind, boolean ofTest) {
        var cleared = kind == Kind.CLEARED ? CLEARED : null;
        var rule = new Rule("test", "Sample \"shop\" rule", "((probDetail != \"\"))", "major", "First line\nsecond \\ line",
                ofTest ? "http-server" : "event");
        var sources = List.of(source("Oslo", "2345", cleared), source("Rome", "6789", cleared));
        return new AlertNotification(new UUID(0x1f0c6a507c1f4000L, 0x8000000000000001L), new Scope("sample", "1"), "Sample",
                kind,
                new UUID(0x1f0c6a507c1f4000L, 0x8000000000000002L), rule, STARTED, cleared, sources, List.of(),
                ofTest ? new Test("567", "Shop & \"till\"", "https://shop.example/", "agent") : null, List.of(), List.of());
    }

    private static Source source(String name, String id, Instant cleared) {
        return new Source(name, STARTED, "Error: \"Connection timed out\"", cleared, cleared == null ? null : "OK", id);
    }
}
