package io.tocsin.dialects.thousandeyes.event;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The component at fault; which members there are depends on the event's type (wire/thousandeyes.md §2.3). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventGrouping(
        String agentId,
        String rootDomain,
        Integer sourceAsn,
        Integer destAsn,
        String sourceCountryCode,
        String proxy,
        String target,
        String prefix) {

    public static EventGrouping agent(String id) {
        return new EventGrouping(id, null, null, null, null, null, null, null);
    }

    public static EventGrouping domain(String name) {
        return new EventGrouping(null, name, null, null, null, null, null, null);
    }

    public static EventGrouping network(Integer source, String country, Integer destination) {
        return new EventGrouping(null, null, source, destination, country, null, null, null);
    }

    public static EventGrouping pop(Integer source, String country) {
        return new EventGrouping(null, null, source, null, country, null, null, null);
    }

    public static EventGrouping proxy(String name) {
        return new EventGrouping(null, null, null, null, null, name, null, null);
    }

    public static EventGrouping target(String name) {
        return new EventGrouping(null, null, null, null, null, null, name, null);
    }

    public static EventGrouping prefix(String prefix) {
        return new EventGrouping(null, null, null, null, null, null, null, prefix);
    }
}
