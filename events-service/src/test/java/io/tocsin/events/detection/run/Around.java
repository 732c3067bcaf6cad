package io.tocsin.events.detection.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.tocsin.events.TestDatabase;
import io.tocsin.events.detection.DetectedEvents;
import io.tocsin.events.detection.FoundEvent;
import io.tocsin.events.detection.FoundQuery;
import io.tocsin.events.result.ResultLog;
import io.tocsin.model.Scope;
import io.tocsin.model.result.TestResult;

/** What happens around detection: results come, holders of leases fall silent, people look for events. */
@Singleton
public class Around {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LAST_MINUTE = 210;

    private final ResultLog log;
    private final DetectedEvents events;
    private final TestDatabase database;

    Around(ResultLog log, DetectedEvents events, TestDatabase database) {
        this.log = log;
        this.events = events;
        this.database = database;
    }

    public void come(List<TestResult> results) {
        log.record(results).await().atMost(PATIENCE);
    }

    /** As if nothing had been heard of their holders for long. */
    public void expireLeases(Site site) {
        database.execute("update detection set leased_until = '-infinity' where organization = '" + site.organization() + "'");
    }

    public List<FoundEvent> found(Site site, Scope scope) {
        var query = new FoundQuery(scope, site.at(0), site.at(LAST_MINUTE), Optional.empty());
        return events.list(query, Optional.empty(), 10).await().atMost(PATIENCE);
    }
}
