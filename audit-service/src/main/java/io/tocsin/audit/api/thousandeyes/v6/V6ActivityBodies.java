package io.tocsin.audit.api.thousandeyes.v6;

import java.io.UncheckedIOException;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.dialects.thousandeyes.v6.V6Alerts;
import io.tocsin.dialects.thousandeyes.v6.V6AuditEvent;
import io.tocsin.dialects.thousandeyes.v6.V6AuditEvents;
import io.tocsin.dialects.thousandeyes.v6.V6Error;
import io.tocsin.dialects.thousandeyes.v6.V6Format;
import io.tocsin.dialects.thousandeyes.v6.V6Xml;
import io.tocsin.http.problem.Failure;

/** Writes answers in the format which the path ends with. */
@Singleton
@RegisterForReflection(targets = { V6AuditEvents.class, V6AuditEvent.class, V6AuditEvent.Resource.class, V6Alerts.Pages.class,
        V6Error.class })
class V6ActivityBodies {

    private static final int UNAUTHENTICATED = 401;

    private final ObjectMapper json;
    private final V6Xml xml = new V6Xml();

    V6ActivityBodies(ObjectMapper json) {
        this.json = json;
    }

    RestResponse<Object> ok(String format, V6AuditEvents events) {
        return answer(200, format, "auditEventList", events).build();
    }

    RestResponse<Object> failed(String format, Failure failure) {
        var answer = answer(failure.status(), format, "error", new V6Error(message(failure)));
        if (failure.status() == UNAUTHENTICATED) {
            answer.header("WWW-Authenticate", "Basic realm=\"ThousandEyes v6: e-mail address and API key\"");
        }
        failure.headers().forEach(answer::header);
        return answer.build();
    }

    private RestResponse.ResponseBuilder<Object> answer(int status, String format, String element, Object body) {
        var isXml = V6Format.XML.equals(format);
        return RestResponse.ResponseBuilder.<Object>create(status)
                .entity(isXml ? xml.write(element, body) : json(body))
                .header("Content-Type", isXml ? "text/xml;charset=UTF-8" : "application/json;charset=UTF-8");
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
                : failure.errors()
                        .stream()
                        .map(error -> V6ActivityParameters.inV6sWords(error.field() + ": " + error.message()))
                        .collect(Collectors.joining("; "));
    }
}
