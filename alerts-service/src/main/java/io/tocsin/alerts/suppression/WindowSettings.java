package io.tocsin.alerts.suppression;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * All that the author of a window says, in the words of ThousandEyes (wire/thousandeyes.md §3.7) and two of Tocsin's own.
 * {@link WindowChecks} knows what annotations cannot say.
 *
 * @param startDate the first time it opens; once checked, in UTC with whole seconds
 * @param duration seconds
 * @param repeat null for a window which opens once
 * @param endRepeat null for a window which repeats for ever
 * @param timeZone Tocsin's own: whose time of day and whose dates a repetition keeps; UTC when null
 * @param suppressionType Tocsin's own: {@code scheduled}, which null is too, or {@code real-time}
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WindowSettings(
        @NotBlank @Size(max = 255) @Pattern(regexp = WindowSettings.NO_CONTROLS, message = WindowSettings.HAS_CONTROLS) String name,
        Boolean isEnabled,
        @NotBlank String startDate,
        @NotNull @Min(1) Integer duration,
        @Valid WindowRepeat repeat,
        @Valid WindowEnd endRepeat,
        @Size(max = 100) String timeZone,
        @Pattern(regexp = "scheduled|real-time", message = "must be scheduled or real-time") String suppressionType,
        @Size(max = 1_000) List<@NotBlank @Size(max = 255) @Pattern(regexp = WindowSettings.NO_CONTROLS, message = WindowSettings.HAS_CONTROLS) String> testIds) {

    static final String NO_CONTROLS = "\\P{Cntrl}*";
    static final String HAS_CONTROLS = "must not contain control characters";

    public WindowSettings {
        isEnabled = isEnabled == null || isEnabled;
        testIds = testIds == null ? List.of() : testIds;
    }

    @JsonIgnore
    public boolean isRealTime() { return "real-time".equals(suppressionType); }

    WindowSettings startingAt(Instant start) {
        return new WindowSettings(name, isEnabled, start.toString(), duration, repeat, endRepeat, timeZone, suppressionType,
                testIds);
    }

    /** Only for checked settings. */
    Recurrence recurrence() {
        var start = Instant.parse(startDate).atZone(zone());
        var dates = WindowRepeat.pattern(repeat, start.toLocalDate());
        return new Recurrence(dates, last(dates), start.toLocalTime(), zone(), Duration.ofSeconds(duration));
    }

    private LocalDate last(DatePattern dates) {
        if (repeat == null) {
            return dates.first();
        }
        return endRepeat == null ? null : endRepeat.last(dates);
    }

    private ZoneId zone() {
        return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
    }
}
