package io.tocsin.alerts.suppression;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.tocsin.http.problem.FieldError;

/** Which members of a repetition go together. */
final class RepeatChecks {

    private RepeatChecks() {}

    static void check(WindowSettings settings, Consumer<FieldError> errors) {
        BiConsumer<String, String> error = (field, message) -> errors.accept(FieldError.of(field, message));
        checkZone(settings.timeZone(), error);
        if (settings.repeat() != null) {
            checkRepeat(settings.repeat(), error);
        }
        if (settings.endRepeat() != null) {
            checkEnd(settings.endRepeat(), settings.repeat() != null, error);
        }
    }

    private static void checkZone(String zone, BiConsumer<String, String> error) {
        try {
            ZoneId.of(zone == null ? "UTC" : zone);
        } catch (DateTimeException e) {
            error.accept("timeZone", "must be a name such as Europe/Oslo, or an offset such as +02:00");
        }
    }

    private static void checkRepeat(WindowRepeat repeat, BiConsumer<String, String> error) {
        if (repeat.isCustom() && repeat.intervalType() == null) {
            error.accept("repeat.intervalType", "is required for type custom");
        }
        if (!repeat.isCustom() && (repeat.intervalType() != null || repeat.intervalLength() != null)) {
            error.accept("repeat.intervalType", "only type custom has an interval of its own");
        }
        if (repeat.namesDays() && !(repeat.isCustom() && "week".equals(repeat.intervalType()))) {
            error.accept("repeat.daysOfWeek", "only type custom with intervalType week opens on days of the week");
        }
    }

    private static void checkEnd(WindowEnd end, boolean repeats, BiConsumer<String, String> error) {
        if (!repeats && !end.isNever()) {
            error.accept("endRepeat", "the window does not repeat: name a repeat, or leave endRepeat out");
        }
        if (WindowEnd.COUNT.equals(end.type()) && end.count() == null) {
            error.accept("endRepeat.count", "is required for type count");
        }
        if (WindowEnd.DATE.equals(end.type())) {
            checkDate(end.date(), error);
        }
    }

    private static void checkDate(String date, BiConsumer<String, String> error) {
        try {
            LocalDate.parse(date == null ? "" : date);
        } catch (DateTimeException e) {
            error.accept("endRepeat.date", "must be a date such as 2026-12-31");
        }
    }
}
