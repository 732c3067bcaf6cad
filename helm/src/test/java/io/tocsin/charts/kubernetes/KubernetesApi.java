package io.tocsin.charts.kubernetes;

import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

import io.kubernetes.client.util.ModelMapper;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesObject;
import io.tocsin.charts.rendered.Manifest;

/** Objects of Kubernetes and of its operators, strictly: no field that it does not know, no wrong type, no version that is gone. */
public final class KubernetesApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KubernetesApi() {}

    /** Why the API server would refuse this object. */
    public static Optional<String> objection(Manifest object) {
        var json = json(object);
        var version = object.apiVersion();
        var slash = version.indexOf('/');
        var type = ModelMapper.getApiTypeClass(version.substring(0, Math.max(slash, 0)), version.substring(slash + 1), object
                .kind());
        return type == null || type == DynamicKubernetesObject.class
                ? OperatorApi.objection(object, json)
                : objection(type, json);
    }

    private static Optional<String> objection(Class<?> type, String json) {
        try {
            type.getMethod("validateJsonElement", JsonElement.class).invoke(null, JsonParser.parseString(json));
            return Optional.empty();
        } catch (java.lang.reflect.InvocationTargetException e) {
            return Optional.of(e.getCause().getMessage());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Manifest object) {
        try {
            return JSON.writeValueAsString(object.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
