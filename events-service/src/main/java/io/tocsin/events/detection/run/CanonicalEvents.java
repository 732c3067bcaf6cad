package io.tocsin.events.detection.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Singleton;

import io.tocsin.detection.component.EventType;
import io.tocsin.events.detection.Wording;
import io.tocsin.events.detection.ledger.Move;
import io.tocsin.events.detection.ledger.Told;
import io.tocsin.events.record.OwnEvent;
import io.tocsin.events.result.Minutes;
import io.tocsin.http.server.PublicUrl;
import io.tocsin.model.EventContent;
import io.tocsin.model.EventContentBuilder;
import io.tocsin.model.Scope;
import io.tocsin.model.Severity;

/**
 * Detected events as everybody who reads events sees them: in each account group which is touched one when it begins, one more whenever
 * another component turns out to be at fault, and a recovery with their aggregation key when it is over. Alert rules hear of those which
 * people are told of.
 */
@Singleton
class CanonicalEvents {

    static final String SOURCE = "tocsin";

    private final PublicUrl url;

    CanonicalEvents(PublicUrl url) {
        this.url = url;
    }

    List<OwnEvent> of(String organization, Move move, Facts facts) {
        var events = new ArrayList<OwnEvent>();
        for (var accountGroup : move.after().accountGroups()) {
            var scope = new Scope(organization, accountGroup);
            if (move.opensIn(accountGroup) || move.renamesIn(accountGroup)) {
                events.add(new OwnEvent(scope, opening(move.after(), facts, accountGroup), move.after().isTold()));
            }
            if (move.closesIn(accountGroup)) {
                events.add(new OwnEvent(scope, recovery(move.after(), facts, accountGroup), move.after().isTold()));
            }
        }
        return events;
    }

    private EventContent opening(Told event, Facts facts, String accountGroup) {
        var type = event.component().type();
        return content(EventContent.titled(Wording.title(type, facts.component()))
                .text(Wording.summary(type, facts.component()) + ". " + Wording.cause(type, facts.component(), event
                        .evidence()))
                .happenedAt(Minutes.begin(event.span().since()))
                .severity(Severity.ERROR), event, facts, accountGroup);
    }

    private EventContent recovery(Told event, Facts facts, String accountGroup) {
        var type = event.component().type();
        var text = switch (event.state()) {
            case MERGED -> "It is part of another detected event now"
                    + (event.mergedInto() == null ? "." : ": " + link(event.mergedInto()));
            case WITHDRAWN -> "With results which came late it is no event.";
            case RESOLVED, ACTIVE -> "The last failing round began at " + Minutes.begin(event.span().until()) + ".";
        };
        return content(EventContent.titled("Over: " + Wording.title(type, facts.component()))
                .text(text)
                .happenedAt(Minutes.begin(event.span().until()))
                .severity(Severity.SUCCESS), event, facts, accountGroup);
    }

    private EventContent content(EventContentBuilder said, Told event, Facts facts, String accountGroup) {
        return said.source(SOURCE)
                .host(event.component().type() == EventType.TARGET ? event.component().name() : null)
                .tags(tags(event))
                .aggregationKey("tocsin-detected-event-" + event.id())
                .correlationId(event.id().toString())
                .attributes(Map.of("detected_event", attributes(event, facts, accountGroup)))
                .build();
    }

    private static List<String> tags(Told event) {
        return List.of("detected:true", "event_type:" + event.component().type().word(), "component:" + event.component()
                .name(),
                "impact:" + event.severity().word());
    }

    private Map<String, Object> attributes(Told event, Facts facts, String accountGroup) {
        var own = facts.in(accountGroup);
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("id", event.id().toString());
        attributes.put("type", event.component().type().word());
        attributes.put("component", event.component().name());
        attributes.put("severity", event.severity().word());
        attributes.put("state", event.state().name().toLowerCase(Locale.ROOT));
        attributes.put("startDate", Minutes.begin(event.span().since()).toString());
        if (!event.isActive()) {
            attributes.put("endDate", Minutes.begin(event.span().until()).toString());
        }
        attributes.put("tests", own.tests());
        attributes.put("targets", own.targets());
        attributes.put("agents", own.agents());
        attributes.put("link", link(event.id()));
        return attributes;
    }

    private String link(Object id) {
        return url.of("/v7/events/" + id);
    }
}
