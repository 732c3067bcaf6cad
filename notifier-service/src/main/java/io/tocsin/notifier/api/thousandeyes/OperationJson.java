package io.tocsin.notifier.api.thousandeyes;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.notifier.integration.Operation;
import io.tocsin.notifier.integration.OperationSettings;

/**
 * ThousandEyes' {@code WebhookOperation}.
 *
 * @param status {@code pending} without a connector, else {@code unverified}: what became of its calls is told of each delivery
 */
@RegisterForReflection
record OperationJson(String id, @JsonUnwrapped OperationSettings settings, String status,
        @JsonProperty("_links") Links.Self links) {

    @RegisterForReflection
    record Page(List<OperationJson> items, @JsonProperty("_links") Links.Self links) {}

    static OperationJson of(Operation operation, Links.Self links) {
        return new OperationJson(operation.id().toString(), operation.settings(),
                operation.connectors().isEmpty() ? "pending" : "unverified", links);
    }
}
