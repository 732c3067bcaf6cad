package io.tocsin.events.api.dynatrace;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.dialects.dynatrace.DynatraceIngest;
import io.tocsin.dialects.dynatrace.DynatraceIngestReader;
import io.tocsin.dialects.dynatrace.DynatraceIngestReceipt;
import io.tocsin.dialects.dynatrace.DynatraceIngestReceipt.Result;
import io.tocsin.dialects.dynatrace.DynatraceIngestStatus;
import io.tocsin.dialects.dynatrace.DynatracePush;
import io.tocsin.dialects.dynatrace.DynatracePushReader;
import io.tocsin.dialects.dynatrace.DynatracePushReceipt;
import io.tocsin.dialects.dynatrace.DynatraceTag;
import io.tocsin.dialects.dynatrace.PostedEvent;
import io.tocsin.events.entity.KnownEntity;
import io.tocsin.events.record.EventLog;
import io.tocsin.events.record.OpenEvents;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.Scope;

/** Stores a posted event once for each entity that it is about: all of them or none. */
@Singleton
class DynatracePoster {

    private final PostedSubjects subjects;
    private final EventLog log;
    private final OpenEvents open;
    private final Clock clock;

    private final DynatracePushReader pushReader;
    private final DynatraceIngestReader ingestReader = new DynatraceIngestReader();

    DynatracePoster(PostedSubjects subjects, EventLog log, OpenEvents open, DynatraceConfig config, Clock clock) {
        this.subjects = subjects;
        this.log = log;
        this.open = open;
        this.clock = clock;
        this.pushReader = new DynatracePushReader(config.strictPush());
    }

    /** @param body of a push in version 1 */
    Uni<DynatracePushReceipt> push(Scope scope, byte[] body) {
        return push(scope, pushReader.read(body, now()));
    }

    private Uni<DynatracePushReceipt> push(Scope scope, DynatracePush push) {
        return subjects.of(scope, push.attachRules())
                .map(about -> contents(push.event(), about))
                .chain(contents -> push.event().type().opensProblem()
                        ? open.report(scope, contents).map(DynatracePushReceipt::ofOpen)
                        : log.record(scope, contents).map(DynatracePushReceipt::ofStored));
    }

    /** @param body of an ingest in version 2 */
    Uni<DynatraceIngestReceipt> ingest(Scope scope, byte[] body) {
        return ingest(scope, ingestReader.read(body, now()));
    }

    private Uni<DynatraceIngestReceipt> ingest(Scope scope, DynatraceIngest ingest) {
        return subjects.of(scope, ingest.entitySelector())
                .chain(about -> ingest(scope, ingest, about));
    }

    private Uni<DynatraceIngestReceipt> ingest(Scope scope, DynatraceIngest ingest, List<KnownEntity> about) {
        var sound = about.stream()
                .filter(one -> ingest.statusFor(one.entity()) == DynatraceIngestStatus.OK)
                .toList();
        return correlationIds(scope, ingest.event(), contents(ingest.event(), sound))
                .map(stored -> receipt(ingest, about, stored));
    }

    private Uni<List<String>> correlationIds(Scope scope, PostedEvent event, List<EventContent> contents) {
        if (contents.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return event.type().opensProblem()
                ? open.report(scope, contents)
                : log.record(scope, contents).map(DynatracePoster::correlationIds);
    }

    private static List<String> correlationIds(List<Event> events) {
        return events.stream().map(event -> event.content().correlationId()).toList();
    }

    private static DynatraceIngestReceipt receipt(DynatraceIngest ingest, List<KnownEntity> about, List<String> stored) {
        var correlationIds = stored.iterator();
        var results = new ArrayList<Result>();
        for (var one : about) {
            var status = ingest.statusFor(one.entity());
            results.add(new Result(status == DynatraceIngestStatus.OK ? correlationIds.next() : null, status));
        }
        return DynatraceIngestReceipt.of(results);
    }

    private static List<EventContent> contents(PostedEvent event, List<KnownEntity> about) {
        return about.stream()
                .map(one -> event.about(one.entity(), one.tags().stream().map(DynatraceTag::parse).toList()))
                .toList();
    }

    /** As exact as this dialect writes times, so that what begins and ends now does not end before it begins. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
