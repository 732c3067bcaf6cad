package io.tocsin.dialects.thousandeyes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An alert in a list (wire/thousandeyes.md §3.2): the detail of a later release, and what former ones called the same. */
public record AlertItem(@JsonUnwrapped AlertBase base, String alertRuleId, @JsonUnwrapped Legacy legacy) {

    /**
     * Deprecated by ThousandEyes, but still sent. The Python client accepts nothing but these spellings, unlike those of
     * {@link AlertDetail}.
     *
     * @param state {@code ACTIVE} or {@code CLEARED}
     * @param severity in upper case
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Legacy(
            String alertId,
            String dateStart,
            String dateEnd,
            long ruleId,
            String state,
            String severity,
            String permalink,
            List<ApiLink> apiLinks) {

        private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                .withZone(ZoneOffset.UTC);

        public Legacy {
            apiLinks = List.copyOf(apiLinks);
        }

        public static Legacy of(AlertBase base, long ruleId) {
            return new Legacy(base.id(), date(base.startDate()), date(base.endDate()), ruleId,
                    base.alertState().equals(AlertBase.TRIGGER) ? "ACTIVE" : "CLEARED",
                    base.alertSeverity().toUpperCase(Locale.ROOT),
                    base.links().appLink().href(),
                    List.of(new ApiLink("rule", base.links().rule().href()), new ApiLink("self", base.links().self().href())));
        }

        private static String date(Instant instant) {
            return instant == null ? null : DATE.format(instant);
        }
    }

    public record ApiLink(String rel, String href) {}
}
