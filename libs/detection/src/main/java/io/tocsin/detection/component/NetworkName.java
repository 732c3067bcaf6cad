package io.tocsin.detection.component;

import java.util.regex.Pattern;

/**
 * The parts of the name of a network component: {@code 64500 NO} of a point of presence, {@code 64500 NO 64510} of a path.
 *
 * @param source the number of an AS
 * @param country of the agents there; empty when nobody said it, and whatever they said otherwise
 * @param destination the number of an AS; null of a point of presence
 */
public record NetworkName(String source, String country, String destination) {

    private static final Pattern POP = Pattern.compile("(\\d+) (.*)", Pattern.DOTALL);
    private static final Pattern PATH = Pattern.compile("(\\d+) (.*) (\\d+)", Pattern.DOTALL);

    public static NetworkName ofPop(Component component) {
        var parts = POP.matcher(component.name());
        return parts.matches() ? new NetworkName(parts.group(1), parts.group(2), null) : unknown(component);
    }

    public static NetworkName ofPath(Component component) {
        var parts = PATH.matcher(component.name());
        return parts.matches() ? new NetworkName(parts.group(1), parts.group(2), parts.group(3)) : unknown(component);
    }

    private static NetworkName unknown(Component component) {
        throw new IllegalStateException("detection calls no network '" + component.name() + "'");
    }
}
