package io.tocsin.dialects.dynatrace;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an event is called whose poster gave no title, so that it has a subject line in mails and in other dialects. */
final class DynatraceTitles {

    private DynatraceTitles() {}

    static String madeUp(String type, Map<String, Object> properties) {
        var words = switch (type) {
            case "CUSTOM_DEPLOYMENT" -> joined(properties, Properties.DEPLOYMENT_NAME, Properties.DEPLOYMENT_VERSION);
            case "CUSTOM_ANNOTATION" -> joined(properties, Properties.ANNOTATION_TYPE);
            case "CUSTOM_CONFIGURATION" -> joined(properties, Properties.CONFIGURATION);
            default -> "";
        };
        var label = DynatraceEventTypes.labelOf(type);
        return words.isEmpty() ? label : label + ": " + words;
    }

    private static String joined(Map<String, Object> properties, String... names) {
        return Stream.of(names)
                .map(properties::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
