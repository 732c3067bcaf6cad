package io.tocsin.benchmarks.load;

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

    /** As events-service makes ids: milliseconds since 2010 above 22 bits; the table is partitioned by them. */
    private static final long EPOCH = 1_262_304_000_000L;
    private static final int LOW_BITS = 22;

    /** Ids of this minute: from the first until the end. */
    static long firstId() {
        return System.currentTimeMillis() - EPOCH << LOW_BITS;
    }

    static long endId() {
        return firstId() + (60_000L << LOW_BITS);
    }

    String insertEvent() {
        return """
                insert into event (retention, id, uid, organization, account_group, title, text, happened_at, status, type, severity, priority,
                source, host, tags, attributes, received_at) values ('standard', %s, gen_random_uuid(), 'benchmark', '1', 'Disk full on web',
                '%s', now(), 'CLOSED', null, 'ERROR', 'NORMAL', 'nagios', 'web-17.example.com',
                '{"env=prod","region=eu-central-1","service=checkout","team=payments"}', '{}', now())"""
                .formatted(id, SampleEvent.TEXT)
                .replace('\n', ' ');
    }

    String insertMessage() {
        return """
                insert into outbox (id, destination, type, subject, lane, data, created_at) values (gen_random_uuid(), 'benchmark',
                'io.tocsin.event.recorded.v1', %s::text, mod(%s, 16)::smallint, repeat('x', %d), now())"""
                .formatted(id, id, MESSAGE_LENGTH)
                .replace('\n', ' ');
    }
}
