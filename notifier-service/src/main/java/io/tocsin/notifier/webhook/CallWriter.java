package io.tocsin.notifier.webhook;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.tocsin.model.message.AlertNotification;
import io.tocsin.notifier.integration.Authentication;
import io.tocsin.notifier.integration.Connector;
import io.tocsin.notifier.integration.ContentType;
import io.tocsin.notifier.integration.Header;
import io.tocsin.notifier.integration.OperationSettings;
import io.tocsin.notifier.payload.BadTemplate;
import io.tocsin.notifier.payload.BuiltIn;
import io.tocsin.notifier.payload.Escaping;
import io.tocsin.notifier.payload.PayloadTemplates;
import io.tocsin.notifier.secret.SecretUnavailable;
import io.tocsin.notifier.secret.Secrets;

/** Makes a call of a connector, an operation and a notification. Fills templates in and reads secrets: blocks. */
@Singleton
class CallWriter {

    private static final String JSON = "application/json";

    private final PayloadTemplates templates;
    private final Secrets secrets;
    private final ObjectMapper json;

    CallWriter(PayloadTemplates templates, Secrets secrets, ObjectMapper json) {
        this.templates = templates;
        this.secrets = secrets;
        this.json = json;
    }

    /** @param operation null for a webhook with the payload of ThousandEyes */
    Call write(Connector connector, OperationSettings operation, AlertNotification notification, UUID delivery)
            throws BadTemplate, SecretUnavailable {
        var organization = connector.scope().organization();
        var headers = new ArrayList<Header>();
        headers.add(new Header(ContentType.HEADER, JSON));
        headers.add(new Header("User-Agent", "Tocsin"));
        login(organization, connector.settings().authentication(), headers);
        for (var header : connector.settings().headers()) {
            headers.add(opened(organization, header));
        }
        if (operation != null) {
            for (var header : operation.headers()) {
                headers.add(filledIn(opened(organization, header), notification, delivery));
            }
        }
        var signing = new ArrayList<String>();
        for (var secret : connector.settings().signingSecrets()) {
            signing.add(secrets.open(organization, secret));
        }
        return new Call(uri(connector.settings().target(), operation, notification, delivery), headers,
                body(headers, operation, notification, delivery), signing);
    }

    private byte[] body(List<Header> headers, OperationSettings operation, AlertNotification notification, UUID delivery)
            throws BadTemplate {
        if (operation == null) {
            return templates.render(BuiltIn.CLASSIC, Escaping.JSON, notification, delivery).getBytes(StandardCharsets.UTF_8);
        }
        var last = new ArrayList<>(headers);
        Collections.reverse(last);
        var template = operation.payload() == null || operation.payload().isBlank() ? BuiltIn.GENERIC : operation.payload();
        return templates.render(template, Escaping.of(ContentType.of(last)), notification, delivery)
                .getBytes(StandardCharsets.UTF_8);
    }

    private void login(String organization, Authentication login, List<Header> headers) throws SecretUnavailable {
        if (login == null) {
            return;
        }
        headers.add(new Header("Authorization", switch (login.type()) {
            case "basic" -> "Basic " + Base64.getEncoder()
                    .encodeToString((login.username() + ":" + secrets.open(organization, login.password()))
                            .getBytes(StandardCharsets.UTF_8));
            case "bearer-token" -> "Bearer " + secrets.open(organization, login.token());
            default -> secrets.open(organization, login.token());
        }));
    }

    private Header opened(String organization, Header header) throws SecretUnavailable {
        return header.holdsSecret() ? header.with(secrets.open(organization, header.value())) : header;
    }

    private Header filledIn(Header header, AlertNotification notification, UUID delivery) throws BadTemplate {
        return header.value().contains("{{")
                ? header.with(templates.render(header.value(), Escaping.LINE, notification, delivery))
                : header;
    }

    private URI uri(String target, OperationSettings operation, AlertNotification notification, UUID delivery)
            throws BadTemplate {
        if (operation == null) {
            return URI.create(target);
        }
        var whole = URI.create(target);
        var path = whole.getRawPath() == null ? "" : whole.getRawPath();
        var more = operation.path() == null || operation.path().isEmpty()
                ? path
                : path.replaceFirst("/$", "") + operation.path();
        var query = query(whole.getRawQuery(), operation.queryParams(), notification, delivery);
        return URI.create(whole.getScheme() + "://" + whole.getRawAuthority() + more + (query.isEmpty() ? "" : "?" + query));
    }

    private String query(String before, String template, AlertNotification notification, UUID delivery) throws BadTemplate {
        if (template == null || template.isBlank()) {
            return before == null ? "" : before;
        }
        try {
            var members = json.readTree(templates.render(template, Escaping.JSON, notification, delivery));
            var more = members.properties()
                    .stream()
                    .map(member -> encoded(member.getKey()) + "=" + encoded(member.getValue().asText()))
                    .collect(Collectors.joining("&"));
            return before == null || before.isEmpty() ? more : before + "&" + more;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
