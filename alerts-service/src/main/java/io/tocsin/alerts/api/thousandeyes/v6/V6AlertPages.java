package io.tocsin.alerts.api.thousandeyes.v6;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.tocsin.alerts.alert.AlertBook;
import io.tocsin.alerts.alert.AlertWithSources;
import io.tocsin.alerts.rule.Rule;
import io.tocsin.alerts.rule.RuleBook;
import io.tocsin.dialects.thousandeyes.v6.V6Alert;
import io.tocsin.dialects.thousandeyes.v6.V6Alerts;
import io.tocsin.dialects.thousandeyes.v6.V6Times;
import io.tocsin.http.paging.Shown;
import io.tocsin.model.Scope;
import io.vertx.core.http.HttpServerRequest;

/** Alerts by the page, with what their rules say. */
@Singleton
class V6AlertPages {

    private final AlertBook alerts;
    private final RuleBook rules;
    private final V6AlertTranslator translator;
    private final V6Links links;
    private final Clock clock;

    V6AlertPages(AlertBook alerts, RuleBook rules, V6AlertTranslator translator, V6Links links, Clock clock) {
        this.alerts = alerts;
        this.rules = rules;
        this.translator = translator;
        this.links = links;
        this.clock = clock;
    }

    Uni<V6Alerts> page(Scope scope, V6AlertParameters parameters, String format, HttpServerRequest call) {
        var request = V6AlertRequest.of(scope, parameters, clock);
        return rules(scope)
                .chain(known -> alerts.listWithSources(scope, request.filter(), request.after(), V6AlertRequest.PAGE_SIZE + 1)
                        .map(found -> new Found(found, known, format, parameters.aid)))
                .map(found -> page(found, request, call));
    }

    Uni<V6Alerts> alone(Scope scope, Optional<AlertWithSources> alert, String format, String aid) {
        return rules(scope)
                .map(known -> new Found(alert.stream().toList(), known, format, aid))
                .map(found -> new V6Alerts(null, null, translate(found, found.alerts()), null));
    }

    private V6Alerts page(Found found, V6AlertRequest request, HttpServerRequest call) {
        var shown = Shown.of(found.alerts(), V6AlertRequest.PAGE_SIZE);
        var next = shown.goesOnAfter().map(last -> links.next(call, request, request.after(last.alert()))).orElse(null);
        return new V6Alerts(
                request.hasRange() ? V6Times.write(request.filter().from()) : null,
                request.hasRange() ? V6Times.write(request.filter().to()) : null,
                translate(found, shown.items()),
                new V6Alerts.Pages(request.page(), next));
    }

    private List<V6Alert> translate(Found found, List<AlertWithSources> shown) {
        return shown.stream()
                .map(alert -> translator.alert(alert, found.rules(), found.format(), found.aid()))
                .toList();
    }

    private Uni<Map<Long, Rule>> rules(Scope scope) {
        return rules.list(scope)
                .map(known -> known.stream().collect(Collectors.toMap(Rule::id, Function.identity())));
    }

    private record Found(List<AlertWithSources> alerts, Map<Long, Rule> rules, String format, String aid) {}
}
