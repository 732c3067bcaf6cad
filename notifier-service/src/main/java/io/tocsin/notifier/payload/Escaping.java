package io.tocsin.notifier.payload;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.github.jknack.handlebars.EscapingStrategy;

/** How {@code {{variable}}} is written, by what the payload is: no text of an alert can break out of where the template put it. */
public enum Escaping {
    JSON(text -> String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text))),
    XML(EscapingStrategy.XML),
    FORM(text -> URLEncoder.encode(text.toString(), StandardCharsets.UTF_8)),
    /** One line: for headers. */
    LINE(text -> text.toString().replaceAll("\\p{Cntrl}+", " ")),
    NONE(EscapingStrategy.NOOP);

    private final EscapingStrategy strategy;

    Escaping(EscapingStrategy strategy) {
        this.strategy = strategy;
    }

    EscapingStrategy strategy() {
        return strategy;
    }

    /** @param contentType of the payload, null for JSON */
    public static Escaping of(String contentType) {
        var type = contentType == null ? "application/json" : contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (type.endsWith("json")) {
            return JSON;
        }
        if (type.endsWith("xml") || type.endsWith("html")) {
            return XML;
        }
        return type.equals("application/x-www-form-urlencoded") ? FORM : NONE;
    }
}
