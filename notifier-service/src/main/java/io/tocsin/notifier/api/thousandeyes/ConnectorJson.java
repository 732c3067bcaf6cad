package io.tocsin.notifier.api.thousandeyes;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.notifier.integration.Connector;
import io.tocsin.notifier.integration.ConnectorSettings;

/**
 * ThousandEyes' {@code GenericConnector}; passwords and tokens are references or {@code ********}.
 *
 * @param lastModifiedDate in milliseconds
 */
@RegisterForReflection
record ConnectorJson(String id, @JsonUnwrapped ConnectorSettings settings, long lastModifiedDate,
        @JsonProperty("_links") Links.Self links) {

    @RegisterForReflection
    record Page(List<ConnectorJson> items, @JsonProperty("_links") Links.Self links) {}

    static ConnectorJson of(Connector connector, Links.Self links) {
        return new ConnectorJson(connector.id().toString(), connector.settings(), connector.updatedAt().toEpochMilli(), links);
    }
}
