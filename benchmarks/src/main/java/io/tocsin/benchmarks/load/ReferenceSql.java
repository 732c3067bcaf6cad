package io.tocsin.benchmarks.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import io.tocsin.benchmarks.workbench.EventIds;
import io.tocsin.benchmarks.workbench.SampleEvent;
import io.tocsin.model.Event;
import io.tocsin.model.EventContent;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;
import io.tocsin.query.term.EventTerms;

/**
 * The statements of the reference: one transaction per event, event row and outbox row, with the values that a posted
 * {@link SampleEvent} has. Nobody delivers to the destination, so the messages stay until they are deleted.
 *
 * @param id what stands for a fresh number
 */
record ReferenceSql(String id) {

    static final String DELETE_MESSAGES = "delete from outbox where destination = 'benchmark'";
    static final String DELETE_EVENTS = "delete from event where organization = 'benchmark'";

    private static final int MESSAGE_LENGTH = 800;

    /** Ids of this minute: from the first until the end. */
    static long firstId() {
        return EventIds.of(Instant.now());
    }

    static long endId() {
        return firstId() + EventIds.in(Duration.ofMinutes(1));
    }

    String insertEvent() {
        return """
                insert into event (retention, id, uid, organization, account_group, title, text, happened_at, status, type, severity, priority,
                source, host, tags, attributes, received_at, terms) select 'standard', id, gen_random_uuid(), 'benchmark', '1',
                'Disk full on web', '%s', now(), 'CLOSED', null, 'ERROR', 'NORMAL', 'nagios', 'web-17.example.com',
                '{"env=prod","region=eu-central-1","service=checkout","team=payments"}', '{}', now(),
                '%s'::integer[] || array[mod(id, 1000)::integer, mod(id, 2000000011)::integer]
                from (select %s as id) as fresh"""
                .formatted(SampleEvent.TEXT, commonTerms(), id)
                .replace('\n', ' ');
    }

    /** Those which all sample events have; two more, of the host and of the number in the title, are made of the id. */
    static String commonTerms() {
        var content = EventContent.titled("Disk full on web")
                .text(SampleEvent.TEXT)
                .source("nagios")
                .severity(Severity.ERROR)
                .tags(List.of("env:prod", "region:eu-central-1", "service:checkout", "team:payments"))
                .happenedAt(Instant.EPOCH)
                .build();
        return Arrays.stream(EventTerms.of(new Event(1, new UUID(1, 1), new Scope("benchmark", "1"), Instant.EPOCH, content)))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }

    String insertMessage() {
        return """
                insert into outbox (id, destination, type, subject, lane, data, created_at) values (gen_random_uuid(), 'benchmark',
                'io.tocsin.event.recorded.v1', %s::text, mod(%s, 16)::smallint, repeat('x', %d), now())"""
                .formatted(id, id, MESSAGE_LENGTH)
                .replace('\n', ' ');
    }

    String insertBoth() {
        return "with announced as (" + insertMessage() + ") " + insertEvent();
    }
}
