package io.tocsin.events.api.thousandeyes;

import java.util.Locale;

import io.tocsin.detection.component.Component;
import io.tocsin.dialects.thousandeyes.event.EventGrouping;
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
            case NETWORK_POP -> EventGrouping.pop(number(name, 0), word(name, 1));
            case NETWORK -> EventGrouping.network(number(name, 0), word(name, 1), number(name, 2));
        };
    }

    /** Such as {@code Affecting destinations in example.com}. */
    static String title(Component component) {
        var name = component.name();
        return "Affecting " + switch (component.type()) {
            case AGENT_LOCAL, TARGET, NETWORK, NETWORK_POP -> named(component);
            case DNS, TARGET_NETWORK -> "destinations in " + name;
            case PROXY -> "destinations behind " + name;
        };
    }

    /** Such as {@code Significant number of issues detected with the server www.example.com}. */
    static String summary(Component component) {
        return Wording.summary(component.type(), switch (component.type()) {
            case AGENT_LOCAL -> component.name();
            default -> named(component).replace("the path ", "");
        });
    }

    private static String named(Component component) {
        var name = component.name();
        return switch (component.type()) {
            case AGENT_LOCAL -> "agent " + name;
            case NETWORK_POP -> String.format(Locale.ROOT, "AS %s in %s", word(name, 0), word(name, 1));
            case NETWORK -> String.format(Locale.ROOT, "the path from AS %s in %s to AS %s", word(name, 0), word(name, 1),
                    word(name, 2));
            case DNS, TARGET, TARGET_NETWORK, PROXY -> name;
        };
    }

    private static int number(String name, int place) {
        return Integer.parseInt(word(name, place));
    }

    /** Of {@code 64500 NO 64510}. */
    private static String word(String name, int place) {
        return name.split(" ")[place];
    }
}
