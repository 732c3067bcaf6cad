package io.tocsin.events.api.thousandeyes;

import io.tocsin.detection.component.Component;
import io.tocsin.detection.component.NetworkName;
import io.tocsin.dialects.thousandeyes.event.EventGrouping;
import io.tocsin.events.detection.FoundEvent;
import io.tocsin.events.detection.Wording;

/** How ThousandEyes names a component at fault: to programs by its grouping, to people in a title and a summary. */
final class EventTitles {

    private EventTitles() {}

    static EventGrouping grouping(Component component) {
        var name = component.name();
        return switch (component.type()) {
            case AGENT_LOCAL -> EventGrouping.agent(name);
            case DNS -> EventGrouping.domain(name);
            case TARGET -> EventGrouping.target(name);
            case TARGET_NETWORK -> EventGrouping.prefix(name);
            case PROXY -> EventGrouping.proxy(name);
            case NETWORK_POP -> pop(NetworkName.ofPop(component));
            case NETWORK -> path(NetworkName.ofPath(component));
        };
    }

    private static EventGrouping pop(NetworkName pop) {
        return EventGrouping.pop(number(pop.source()), country(pop));
    }

    private static EventGrouping path(NetworkName path) {
        return EventGrouping.network(number(path.source()), country(path), number(path.destination()));
    }

    /** Null for one beyond 31 bits: clients read an {@code int}, and could not read the event at all. */
    private static Integer number(String as) {
        var number = Long.parseLong(as);
        return number > Integer.MAX_VALUE ? null : (int) number;
    }

    private static String country(NetworkName network) {
        return network.country().isEmpty() ? null : network.country();
    }

    /** Such as {@code Affecting destinations in example.com}. */
    static String title(FoundEvent event) {
        var name = event.component().name();
        return "Affecting " + switch (event.component().type()) {
            case AGENT_LOCAL -> "agent " + event.agent();
            case NETWORK -> "the path from " + named(event);
            case TARGET, NETWORK_POP -> named(event);
            case DNS, TARGET_NETWORK -> "destinations in " + name;
            case PROXY -> "destinations behind " + name;
        };
    }

    /** Such as {@code Significant number of issues detected with the server www.example.com}. */
    static String summary(FoundEvent event) {
        return Wording.summary(event.component().type(), named(event));
    }

    private static String named(FoundEvent event) {
        var component = event.component();
        return switch (component.type()) {
            case AGENT_LOCAL -> event.agent();
            case NETWORK_POP -> as(NetworkName.ofPop(component));
            case NETWORK -> as(NetworkName.ofPath(component)) + " to AS " + NetworkName.ofPath(component).destination();
            case DNS, TARGET, TARGET_NETWORK, PROXY -> component.name();
        };
    }

    private static String as(NetworkName network) {
        return "AS " + network.source() + (network.country().isEmpty() ? "" : " in " + network.country());
    }
}
