package io.tocsin.notifier.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.quarkus.qute.TemplateInstance;

/** How the people of an organization read: their words, and times as they see them. */
record Reader(Locale language, MailWords words, DateTimeFormatter times) {

    static Reader of(Locale language, ZoneId zone, MailWords words) {
        return new Reader(language, words, DateTimeFormatter.ofPattern(words.timePattern(), language).withZone(zone));
    }

    /** With its zone; null becomes empty. */
    String time(Instant time) {
        return time == null ? "" : times.format(time);
    }

    /** The two greatest units: {@code 2 d 3 h}, {@code 12 min 5 s}. */
    String duration(Duration time) {
        if (time.toDays() > 0) {
            return words.days(time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return words.hours(time.toHours(), time.toMinutesPart());
        }
        if (time.toMinutes() > 0 && time.toSecondsPart() == 0) {
            return words.wholeMinutes(time.toMinutes());
        }
        return time.toMinutes() > 0
                ? words.minutes(time.toMinutes(), time.toSecondsPart())
                : words.seconds(time.toSeconds());
    }

    /** The severity of a rule or a detected event in capitals; one that we do not know stays as it is. */
    String severity(String word) {
        var severity = OneLine.of(word, 20);
        return switch (severity.toLowerCase(Locale.ROOT)) {
            case "info" -> words.info();
            case "minor" -> words.minor();
            case "major" -> words.major();
            case "critical" -> words.critical();
            case "high" -> words.high();
            case "medium" -> words.medium();
            case "low" -> words.low();
            case "unknown" -> words.event();
            case "" -> words.alert();
            default -> severity.toUpperCase(Locale.ROOT);
        };
    }

    String render(TemplateInstance template) {
        return template.setLocale(language).render();
    }
}
