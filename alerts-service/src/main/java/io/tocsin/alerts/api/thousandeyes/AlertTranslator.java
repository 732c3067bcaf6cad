package io.tocsin.alerts.api.thousandeyes;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;

import io.tocsin.alerts.alert.Alert;
import io.tocsin.alerts.alert.AlertSource;
import io.tocsin.alerts.alert.AlertWithSources;
import io.tocsin.dialects.thousandeyes.AlertBase;
import io.tocsin.dialects.thousandeyes.AlertDetail;
import io.tocsin.dialects.thousandeyes.AlertDetail.Measured;
import io.tocsin.dialects.thousandeyes.AlertItem;

/** From alerts to ThousandEyes' two forms of them, wire/thousandeyes.md §3.2 and §3.3. */
@Singleton
class AlertTranslator {

    private static final String AGENT = "cea_agent";
    private static final String MONITOR = "bgp_monitor";
    private static final String EVENT_SOURCE = "event_source";

    private final Links links;
    private final Clock clock;

    AlertTranslator(Links links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    List<AlertItem> items(List<Alert> alerts, String aid) {
        return alerts.stream()
                .map(alert -> item(alert, aid))
                .toList();
    }

    private AlertItem item(Alert alert, String aid) {
        var base = base(alert, aid);
        return new AlertItem(base, Long.toString(alert.ruleId()), AlertItem.Legacy.of(base, alert.ruleId()));
    }

    AlertDetail detail(AlertWithSources found, String aid) {
        return AlertDetail.of(base(found.alert(), aid), found.sources()
                .stream()
                .map(source -> source(source, sourceType(found.alert())))
                .toList());
    }

    private AlertBase base(Alert alert, String aid) {
        var self = links.alert(alert.id(), aid);
        return new AlertBase(
                alert.id().toString(),
                alert.type(),
                alert.startedAt(),
                alert.endedAt(),
                alert.violating(),
                Math.max(0, alert.duration(clock.instant()).toSeconds()),
                alert.suppressed(),
                new AlertBase.Meta(alert.version()),
                alert.isActive() ? AlertBase.TRIGGER : AlertBase.CLEAR,
                alert.severity(),
                new AlertBase.Links(self, links.rule(alert.ruleId(), aid),
                        alert.test() == null ? null : links.test(alert.test().id(), aid), self));
    }

    private static String sourceType(Alert alert) {
        if (alert.test() == null) {
            return EVENT_SOURCE;
        }
        return "bgp".equals(alert.type()) ? MONITOR : AGENT;
    }

    private static AlertDetail.Source source(AlertSource source, String type) {
        return new AlertDetail.Source(source.id(), source.name(), type,
                source.violates() ? AlertBase.TRIGGER : AlertBase.CLEAR,
                new Measured(source.metricsAtStart()),
                source.violates() ? null : new Measured(source.metricsAtEnd()));
    }
}
