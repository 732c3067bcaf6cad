package io.tocsin.alerts.api.thousandeyes.v6;

import java.io.UncheckedIOException;
import java.util.Map;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.dialects.thousandeyes.v6.V6Alert;
import io.tocsin.dialects.thousandeyes.v6.V6Alerts;
import io.tocsin.dialects.thousandeyes.v6.V6Error;
import io.tocsin.dialects.thousandeyes.v6.V6Rule;
import io.tocsin.dialects.thousandeyes.v6.V6Rules;
import io.tocsin.dialects.thousandeyes.v6.V6Status;
import io.tocsin.dialects.thousandeyes.v6.V6Xml;
import io.tocsin.http.problem.Failure;
import io.tocsin.http.problem.FieldError;

/** Writes what v6 answers, in the format which the path ends with. */
@Singleton
@RegisterForReflection(targets = { V6Alerts.class, V6Alerts.Pages.class, V6Alert.class, V6Alert.Source.class,
        V6Alert.ApiLink.class,
        V6Alert.Metadata.class, V6Rules.class, V6Rule.class, V6Rule.Notifications.class, V6Rule.Email.class, V6Error.class,
        V6Status.class })
class V6Bodies {

    private static final Map<Class<?>, String> ELEMENTS = Map.of(V6Alerts.class, "alerts", V6Rules.class, "alertRuleList",
            V6Rule.class, "alertRule", V6Error.class, "error", V6Status.class, "status");

    private static final int UNAUTHENTICATED = 401;

    private final ObjectMapper json;
    private final V6Xml xml = new V6Xml();

    V6Bodies(ObjectMapper json) {
        this.json = json;
    }

    RestResponse<Object> ok(String format, Object body) {
        return builder(200, format, body).build();
    }

    RestResponse<Object> created(String format, Object body) {
        return builder(201, format, body).build();
    }

    /** @param path where the call was moved to */
    RestResponse<Object> failed(Failure failure, String path) {
        var answer = builder(failure.status(), V6Paths.formatOf(path), new V6Error(message(failure)));
        if (failure.status() == UNAUTHENTICATED) {
            answer.header("WWW-Authenticate", "Basic realm=\"ThousandEyes v6: e-mail address and API key\"");
        }
        failure.headers().forEach(answer::header);
        return answer.build();
    }

    private ResponseBuilder<Object> builder(int status, String format, Object body) {
        return V6Paths.XML.equals(format)
                ? ResponseBuilder.<Object>create(status)
                        .entity(xml.write(ELEMENTS.get(body.getClass()), body))
                        .header("Content-Type", "text/xml;charset=UTF-8")
                : ResponseBuilder.<Object>create(status)
                        .entity(json(body))
                        .header("Content-Type", "application/json;charset=UTF-8");
    }

    private String json(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String message(Failure failure) {
        return failure.errors().isEmpty()
                ? failure.detail()
                : String.join("; ", failure.errors().stream().map(V6Bodies::message).toList());
    }

    private static String message(FieldError error) {
        return error.field() + ": " + error.message();
    }
}
