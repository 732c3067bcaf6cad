package io.tocsin.alerts.api.thousandeyes.v6;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.tocsin.alerts.rule.RuleKind;
import io.tocsin.expression.metric.AlertType;

/** What v6 calls what v7 calls otherwise (wire/thousandeyes.md §6.5). */
final class V6Words {

    private static final String EVENT = "Event";

    private static final Map<String, AlertType> OLD_NAMES = Map.of("dns+ server", AlertType.DNS_SERVER, "dns+ domain",
            AlertType.DNS_SERVER);

    private V6Words() {}

    /** {@code http-server} is {@code HTTP Server}. */
    static String typeOf(String alertType) {
        return AlertType.named(alertType).map(AlertType::title).orElse(RuleKind.EVENT.equals(alertType) ? EVENT : alertType);
    }

    /** The way back; a word which v6 does not know is left as it is. */
    static String alertTypeOf(String type) {
        if (EVENT.equalsIgnoreCase(type)) {
            return RuleKind.EVENT;
        }
        return Stream.of(AlertType.values())
                .filter(known -> known.title().equalsIgnoreCase(type))
                .findFirst()
                .or(() -> Optional.ofNullable(OLD_NAMES.get(type.toLowerCase(Locale.ROOT))))
                .map(AlertType::word)
                .orElse(type);
    }

    /** {@code to-target} is {@code TO_TARGET}; null for null. */
    static String loud(String word) {
        return word == null ? null : word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static String quiet(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
