package io.tocsin.notifier.integration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;

import io.tocsin.http.problem.FieldError;
import io.tocsin.http.problem.Invalid;
import io.tocsin.notifier.destination.Destinations;
import io.tocsin.notifier.destination.Forbidden;
import io.tocsin.notifier.payload.BadTemplate;
import io.tocsin.notifier.payload.Escaping;
import io.tocsin.notifier.payload.PayloadTemplates;

/** Tells an author everything that is wrong with a connector or an operation at once. Fills templates in: not on an event loop. */
@Singleton
class SettingChecks {

    private final Validator validator;
    private final Destinations destinations;
    private final PayloadTemplates templates;

    SettingChecks(Validator validator, Destinations destinations, PayloadTemplates templates) {
        this.validator = validator;
        this.destinations = destinations;
        this.templates = templates;
    }

    void check(ConnectorSettings settings) {
        var errors = violations(settings);
        if (settings.target() != null && !settings.target().isBlank()) {
            try {
                destinations.check(settings.target());
            } catch (Forbidden e) {
                errors.add(FieldError.of("target", e.getMessage()));
            }
        }
        if (settings.authentication() != null) {
            checkLogin(settings.authentication(), errors);
        }
        checkHeaders(settings.headers(), errors);
        failWith(errors);
    }

    void check(OperationSettings settings) {
        var errors = violations(settings);
        checkHeaders(settings.headers(), errors);
        if (errors.isEmpty()) {
            checkTemplates(settings, errors);
        }
        failWith(errors);
    }

    private <T> List<FieldError> violations(T settings) {
        var errors = new ArrayList<FieldError>();
        validator.validate(settings).forEach(violation -> errors.add(FieldError.of(violation)));
        return errors;
    }

    private static void checkLogin(Authentication login, List<FieldError> errors) {
        var basic = Authentication.BASIC.equals(login.type());
        if (basic && login.username() == null) {
            errors.add(FieldError.of("authentication.username", "must not be null for type basic"));
        }
        if (basic && login.password() == null) {
            errors.add(FieldError.of("authentication.password", "must not be null for type basic"));
        }
        if (Authentication.TOKENS.contains(login.type()) && login.token() == null) {
            errors.add(FieldError.of("authentication.token", "must not be null for this type"));
        }
    }

    private static void checkHeaders(List<Header> headers, List<FieldError> errors) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i) != null && headers.get(i).isOurs()) {
                errors.add(FieldError.of("headers[" + i + "].name", "is set by Tocsin"));
            }
        }
    }

    private void checkTemplates(OperationSettings settings, List<FieldError> errors) {
        if (settings.payload() != null) {
            check("payload", settings.payload(), Escaping.of(ContentType.of(settings.headers())), errors);
        }
        if (settings.queryParams() != null && !settings.queryParams().isBlank()) {
            check("queryParams", settings.queryParams(), Escaping.JSON, errors);
        }
        for (int i = 0; i < settings.headers().size(); i++) {
            check("headers[" + i + "].value", settings.headers().get(i).value(), Escaping.LINE, errors);
        }
    }

    private void check(String field, String template, Escaping escaping, List<FieldError> errors) {
        try {
            templates.check(template, escaping);
        } catch (BadTemplate e) {
            errors.add(FieldError.of(field, e.getMessage()));
        }
    }

    private static void failWith(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Invalid(errors.stream().sorted(Comparator.comparing(FieldError::field)).toList());
        }
    }
}
