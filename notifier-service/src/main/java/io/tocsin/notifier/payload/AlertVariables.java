package io.tocsin.notifier.payload;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.tocsin.http.server.PublicUrl;
import io.tocsin.model.message.AlertNotification;
import io.tocsin.model.message.AlertNotification.Kind;
import io.tocsin.model.message.AlertNotification.Source;

/** The variables of a template about an alert: those of ThousandEyes (docs/webhooks.md), and a few of ours. */
@Singleton
class AlertVariables {

    private static final int CLEAR = 1;
    private static final int TRIGGER = 2;

    private final PublicUrl publicUrl;

    AlertVariables(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    Named of(AlertNotification notification, UUID delivery, Budget budget) {
        return Named.id(notification.id().toString())
                .with("deliveryId", delivery.toString())
                .with("type", Named.id(notification.kind() == Kind.CLEARED ? CLEAR : TRIGGER))
                .with("alert", alert(notification, budget));
    }

    private Named alert(AlertNotification notification, Budget budget) {
        var id = notification.alertId().toString();
        return Named.id(id)
                .with("severity", Named.id(severity(notification.rule())))
                .with("firstSeen", time(notification.startedAt()))
                .with("timeCleared", time(notification.clearedAt()))
                .with("rule", rule(notification))
                .with("test", test(notification))
                .with("details", new Steps(notification.sources().stream().map(AlertVariables::detail).toList(), budget))
                .with("targets", new Steps(targets(notification), budget))
                .with("together", new Steps(notification.together()
                        .stream()
                        .map(other -> Named.id(other.alertId().toString()))
                        .toList(), budget))
                .with("link", publicUrl.of("/v7/alerts/" + id + "?aid=" + notification.scope().accountGroup()));
    }

    private static String severity(AlertNotification.Rule rule) {
        return rule.severity() == null ? "INFO" : rule.severity().toUpperCase(Locale.ROOT);
    }

    private static Named rule(AlertNotification notification) {
        var rule = notification.rule();
        var scope = notification.scope();
        return Named.id(rule.id())
                .with("name", rule.name())
                .with("expression", rule.expression())
                .with("notes", rule.message())
                .with("alertType", Named.id(rule.alertType()))
                .with("account", Named.id(scope.accountGroup())
                        .with("name", notification.accountGroupName())
                        .with("organization", Named.id(scope.organization()).with("timezone", Named.id("UTC"))));
    }

    private static Named test(AlertNotification notification) {
        var test = notification.test();
        return test == null
                ? null
                : Named.id(test.id())
                        .with("name", test.name())
                        .with("testType", notification.rule().alertType());
    }

    private static List<Named> targets(AlertNotification notification) {
        var test = notification.test();
        return test == null || test.target() == null
                ? List.of()
                : List.of(new Named("description").with("description", test.target()));
    }

    private static Named detail(Source source) {
        return new Named("metricsAtStart")
                .with("source", Named.id(source.id() == null ? source.name() : source.id()).with("name", source.name()))
                .with("dateStart", time(source.startedAt()))
                .with("dateEnd", time(source.clearedAt()))
                .with("metricsAtStart", source.metricsAtStart())
                .with("metricsAtEnd", source.metricsAtEnd());
    }

    private static Named time(Instant time) {
        return time == null
                ? null
                : new Named("iso").with("iso", time.toString())
                        .with("epochSecond", time.getEpochSecond())
                        .with("epochMilli", time.toEpochMilli());
    }
}
