package io.tocsin.events.api.thousandeyes;

import java.util.List;

import jakarta.inject.Singleton;

import io.tocsin.dialects.thousandeyes.event.EventBase;
import io.tocsin.dialects.thousandeyes.event.EventDetail;
import io.tocsin.dialects.thousandeyes.event.EventItem;
import io.tocsin.dialects.thousandeyes.event.EventItem.Counted;
import io.tocsin.events.detection.FoundDetail;
import io.tocsin.events.detection.FoundEvent;
import io.tocsin.events.detection.FoundEvent.Affected;
import io.tocsin.events.detection.Wording;

/** From detected events to ThousandEyes' two forms of them, wire/thousandeyes.md §2.1 and §2.2. */
@Singleton
class EventTranslator {

    private final Links links;

    EventTranslator(Links links) {
        this.links = links;
    }

    List<EventItem> items(List<FoundEvent> events, String aid) {
        return events.stream().map(event -> item(event, aid)).toList();
    }

    private EventItem item(FoundEvent event, String aid) {
        return new EventItem(base(event), EventTitles.title(event), counted(event.tests()), counted(event
                .targets()),
                counted(event.agents()), EventItem.AGENT_TYPE, links.event(event.id(), aid));
    }

    /** @param accountGroup the reader's */
    EventDetail detail(FoundDetail detail, String accountGroup, String aid) {
        var event = detail.event();
        var touched = new TouchedFlows(detail.flows(), links, aid);
        var tests = touched.tests();
        var targets = touched.targets();
        var agents = touched.agents();
        return new EventDetail(base(event), accountGroup, EventTitles.summary(event),
                Wording.causes(detail.evidence()), EventTitles.grouping(event.component()), EventItem.AGENT_TYPE,
                new EventDetail.Tests(event.tests().total(), tests.size(), tests),
                new EventDetail.Targets(event.targets().total(), targets.size(), targets),
                new EventDetail.Agents(event.agents().total(), agents.size(), agents),
                links.event(event.id(), aid));
    }

    /** What another event stands for now, or what was taken back, is over for whoever asks by its id. */
    static EventBase base(FoundEvent event) {
        var type = event.component().type();
        var ended = event.endedAt() == null ? event.updatedAt() : event.endedAt();
        return new EventBase(event.id().toString(), type.title(), type.word(),
                event.isActive() ? EventBase.ACTIVE : EventBase.RESOLVED, event.startedAt(), event.isActive() ? null : ended,
                event.severity().word());
    }

    private static Counted counted(Affected affected) {
        return new Counted(affected.total(), affected.inAccountGroup());
    }
}
