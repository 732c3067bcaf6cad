package io.tocsin.alerts.api.thousandeyes.v6;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Singleton;

import io.tocsin.alerts.alert.Alert;
import io.tocsin.alerts.alert.AlertSource;
import io.tocsin.alerts.alert.AlertWithSources;
import io.tocsin.alerts.rule.Rule;
import io.tocsin.dialects.thousandeyes.v6.V6Alert;
import io.tocsin.dialects.thousandeyes.v6.V6Alert.ApiLink;
import io.tocsin.dialects.thousandeyes.v6.V6Ids;
import io.tocsin.dialects.thousandeyes.v6.V6Times;

/** From alerts to v6's form of them, wire/thousandeyes.md §6.3. */
@Singleton
class V6AlertTranslator {

    private static final String BGP = "bgp";
    private static final String DNS_SERVER = "dns-server";

    private final V6Links links;

    V6AlertTranslator(V6Links links) {
        this.links = links;
    }

    /** @param rules those which there still are, by id */
    V6Alert alert(AlertWithSources found, Map<Long, Rule> rules, String format, String aid) {
        var alert = found.alert();
        var rule = rules.get(alert.ruleId());
        var self = links.alert(alert.number(), format, aid);
        var sources = found.sources().stream().map(source -> source(source, alert, self)).toList();
        var test = alert.test();
        var ofServer = test != null && DNS_SERVER.equals(alert.type()) && !test.target().isEmpty();
        return new V6Alert(alert.number(), test == null ? null : V6Ids.of(test.id()), test == null ? null : test.name(), alert
                .ruleId(),
                rule == null ? null : rule.settings().ruleName(), active(alert),
                rule == null ? null : rule.settings().expression(), V6Times.write(alert.startedAt()),
                V6Times.write(alert.endedAt()), alert.violating(), self, V6Words.typeOf(alert.type()),
                ofServer ? V6Ids.of(test.target()) : null, ofServer ? test.targetName() : null,
                alert.severity().toUpperCase(Locale.ROOT), alert.suppressed() ? 1 : 0, new V6Alert.Metadata(alert.version()),
                isOfMonitors(alert) ? null : sources, isOfMonitors(alert) ? sources : null,
                apiLinks(alert, self, format, aid));
    }

    private List<ApiLink> apiLinks(Alert alert, String self, String format, String aid) {
        var all = new ArrayList<ApiLink>();
        if (alert.test() != null) {
            all.add(new ApiLink("related", links.test(alert.test().id(), aid)));
            all.add(new ApiLink("data", links.results(alert.test().id(), aid)));
        }
        all.add(new ApiLink("rule", links.rule(alert.ruleId(), format, aid)));
        all.add(new ApiLink("self", self));
        return all;
    }

    private static V6Alert.Source source(AlertSource source, Alert alert, String permalink) {
        var id = V6Ids.of(source.id());
        var ofMonitors = isOfMonitors(alert);
        return new V6Alert.Source(ofMonitors ? null : id, ofMonitors ? null : source.name(), ofMonitors ? id : null,
                ofMonitors ? source.name() : null, V6Times.write(source.startedAt()), V6Times.write(source.endedAt()),
                active(source, alert), source.metricsAtStart(), source.metricsAtEnd(), permalink);
    }

    private static int active(Alert alert) {
        return switch (alert.state()) {
            case OPEN -> 1;
            case CLEARED -> 0;
            case DISABLED -> 2;
        };
    }

    private static int active(AlertSource source, Alert alert) {
        if (alert.state() == Alert.State.DISABLED) {
            return 2;
        }
        return source.violates() ? 1 : 0;
    }

    private static boolean isOfMonitors(Alert alert) {
        return BGP.equals(alert.type());
    }
}
