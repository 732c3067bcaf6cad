package io.tocsin.events.api.datadog;

import java.util.Random;

import io.tocsin.test.MutatedJson;

/** Bodies of each schema, nearly right. */
final class RandomBodies {

    private static final String EVENT = """
            {"title": "t", "text": "b", "date_happened": null, "alert_type": "error", "priority": "low", "host": "h",
             "device_name": "d", "tags": ["a:b"], "aggregation_key": "k", "source_type_name": "nagios", "related_event_id": 1,
             "handle": "me"}""";
    private static final String COMMENT = """
            {"message": "m", "handle": "me", "related_event_id": 1}""";
    private static final String SEARCH = """
            {"filter": {"query": "a:b", "from": "now-15m", "to": "now"}, "options": {"timezone": "UTC"},
             "page": {"limit": 10}, "sort": "timestamp"}""";
    private static final String CHANGE = """
            {"data": {"type": "event", "attributes": {"title": "t", "category": "change", "message": "m", "host": "h",
             "aggregation_key": "k", "integration_id": "custom-events", "tags": ["a:b"], "attributes": {
             "changed_resource": {"name": "f", "type": "feature_flag"}, "author": {"name": "a", "type": "user"},
             "impacted_resources": [{"name": "s", "type": "service"}], "new_value": {"a": 1}, "prev_value": {"a": {"b": [2]}},
             "change_metadata": {"c": null}}}}}""";
    private static final String ALERT = """
            {"data": {"type": "event", "attributes": {"title": "t", "category": "alert", "aggregation_key": "k",
             "tags": ["a:b"], "attributes": {"status": "warn", "priority": "1", "custom": {"a": {"b": [1, 2.5, true]}},
             "links": [{"url": "u", "category": "runbook", "title": "t"}]}}}}""";

    private final MutatedJson bodies;

    RandomBodies(Random random) {
        this.bodies = new MutatedJson(random);
    }

    byte[] event() {
        return bodies.of(EVENT);
    }

    byte[] comment() {
        return bodies.of(COMMENT);
    }

    byte[] search() {
        return bodies.of(SEARCH);
    }

    byte[] change() {
        return bodies.of(CHANGE);
    }

    byte[] alert() {
        return bodies.of(ALERT);
    }
}
