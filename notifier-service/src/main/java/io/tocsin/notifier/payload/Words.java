package io.tocsin.notifier.payload;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.github.jknack.handlebars.Decorator;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.helper.ConditionalHelpers;
import com.github.jknack.handlebars.helper.DefaultHelperRegistry;
import com.github.jknack.handlebars.helper.EachHelper;
import com.github.jknack.handlebars.helper.IfHelper;
import com.github.jknack.handlebars.helper.UnlessHelper;
import com.github.jknack.handlebars.helper.WithHelper;

/** All that templates may call: what reads files, resource bundles or scripts, or defines templates in templates, does not exist. */
final class Words extends DefaultHelperRegistry {

    private static final Map<String, Helper<?>> KNOWN = known();

    private static Map<String, Helper<?>> known() {
        var words = new LinkedHashMap<String, Helper<?>>();
        words.put("if", IfHelper.INSTANCE);
        words.put("unless", UnlessHelper.INSTANCE);
        words.put("each", EachHelper.INSTANCE);
        words.put("with", WithHelper.INSTANCE);
        words.put("eq", (one, options) -> chosen(same(one, options), options));
        words.put("neq", (one, options) -> chosen(!same(one, options), options));
        for (var comparison : new ConditionalHelpers[]{ ConditionalHelpers.gt, ConditionalHelpers.gte, ConditionalHelpers.lt,
                ConditionalHelpers.lte, ConditionalHelpers.and, ConditionalHelpers.or, ConditionalHelpers.not }) {
            words.put(comparison.name(), comparison);
        }
        words.put("formatDate", Words::formatDate);
        words.put("formatExpression", (expression, options) -> expression == null ? "" : expression);
        return words;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <C> Helper<C> helper(String name) {
        return (Helper<C>) KNOWN.get(name);
    }

    @Override
    public Decorator decorator(String name) {
        return null;
    }

    /** As texts: ids are numbers in one place and texts in another, and of an enumeration its id counts. */
    private static boolean same(Object one, Options options) {
        return String.valueOf(one).equals(String.valueOf(options.<Object>param(0, null)));
    }

    private static Object chosen(boolean holds, Options options) throws IOException {
        if (options.tagType == com.github.jknack.handlebars.TagType.SECTION) {
            return holds ? options.fn() : options.inverse();
        }
        return holds ? options.hash("yes", true) : options.hash("no", false);
    }

    /** {@code {{formatDate alert.firstSeen "yyyy-MM-dd HH:mm"}}} in UTC; without a pattern ISO 8601. */
    private static Object formatDate(Object time, Options options) {
        if (!(time instanceof Map<?, ?> moment) || !(moment.get("epochMilli") instanceof Long millis)) {
            return "";
        }
        var instant = Instant.ofEpochMilli(millis);
        var pattern = options.param(0, null);
        try {
            return pattern == null
                    ? instant.toString()
                    : DateTimeFormatter.ofPattern(pattern.toString(), Locale.ROOT).withZone(ZoneOffset.UTC).format(instant);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("formatDate: '" + pattern + "' is no pattern of a date: " + e.getMessage());
        }
    }
}
