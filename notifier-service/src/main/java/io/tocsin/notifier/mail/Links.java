package io.tocsin.notifier.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.tocsin.model.message.AlertNotification;

/** Where a reader finds more. */
record Links(String publicUrl, AlertNotification notification) {

    Links {
        publicUrl = publicUrl.replaceAll("/+$", "");
    }

    String alert() {
        return publicUrl + "/v7/alerts/" + encoded(notification.alertId().toString()) + aid();
    }

    String rule() {
        return publicUrl + "/v7/alerts/rules/" + encoded(notification.rule().id()) + aid();
    }

    private String aid() {
        return "?aid=" + encoded(notification.scope().accountGroup());
    }

    private static String encoded(String part) {
        return URLEncoder.encode(String.valueOf(part), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
