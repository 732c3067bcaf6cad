package io.tocsin.events.api.thousandeyes;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.tocsin.model.result.ResultSource;

/** ThousandEyes' monitors, which watch BGP. */
@RegisterForReflection
record MonitorList(List<Monitor> monitors, @JsonProperty("_links") Links.Self links) {

    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Monitor(String monitorId, String monitorName, String monitorType, String network, String countryId) {

        static Monitor of(ResultSource monitor) {
            return new Monitor(monitor.id(), monitor.name(), "private".equals(monitor.type()) ? monitor.type() : "public",
                    monitor.network(), monitor.countryId());
        }
    }
}
