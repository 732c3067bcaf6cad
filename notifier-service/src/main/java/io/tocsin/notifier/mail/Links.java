package io.tocsin.notifier.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.tocsin.http.server.PublicUrl;
import io.tocsin.model.message.AlertNotification;

/** Where a reader finds more. */
record Links(PublicUrl publicUrl, AlertNotification notification) {

    private static final String EVENTS = "/v7/events/";

    String alert() {
        return alert(notification.alertId());
    }

    /** What the notification is about: an alert or a detected event. */
    String page(AlertNotification of) {
        return EventNotices.isOfEvent(of) ? event(of.alertId()) : alert(of.alertId());
    }

    /** The detected event. */
    String event() {
        return event(notification.alertId());
    }

    String evidence() {
        return publicUrl.of(EVENTS + notification.alertId() + "/evidence" + aid());
    }

    private String event(UUID id) {
        return publicUrl.of(EVENTS + id + aid());
    }

    String alert(UUID id) {
        return publicUrl.of("/v7/alerts/" + id + aid());
    }

    /** The alerts of the account group. */
    String list() {
        return publicUrl.of("/v7/alerts" + aid());
    }

    String rule() {
        return publicUrl.of("/v7/alerts/rules/" + encoded(notification.rule().id()) + aid());
    }

    /** Null for an alert of events. */
    String test() {
        return notification.test() == null
                ? null
                : publicUrl.of("/v7/tests/" + encoded(notification.test().id()) + aid());
    }

    private String aid() {
        return "?aid=" + encoded(notification.scope().accountGroup());
    }

    private static String encoded(String part) {
        return URLEncoder.encode(String.valueOf(part), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
