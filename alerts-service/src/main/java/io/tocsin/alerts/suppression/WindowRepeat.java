package io.tocsin.alerts.suppression;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How a window repeats: each day, week or month, or by {@code custom} each {@code intervalLength} of them.
 *
 * @param intervalLength 1 when null
 * @param daysOfWeek on which a custom window of weeks opens; the first date's own when null or empty
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WindowRepeat(
        @NotNull @Pattern(regexp = "day|week|month|custom", message = "must be day, week, month or custom") String type,
        @Pattern(regexp = "day|week|month", message = "must be day, week or month") String intervalType,
        @Min(1) @Max(1_000) Integer intervalLength,
        @Size(max = 7) List<@NotNull @Pattern(regexp = "sun|mon|tue|wed|thu|fri|sat", message = "must be sun, mon, tue, wed, thu, fri or sat") String> daysOfWeek) {

    private static final String CUSTOM = "custom";

    private static final Map<String, ChronoUnit> UNITS = Map.of("day", ChronoUnit.DAYS, "week", ChronoUnit.WEEKS, "month",
            ChronoUnit.MONTHS);

    private static final Map<String, DayOfWeek> DAYS = Map.of("sun", DayOfWeek.SUNDAY, "mon", DayOfWeek.MONDAY, "tue",
            DayOfWeek.TUESDAY, "wed", DayOfWeek.WEDNESDAY, "thu", DayOfWeek.THURSDAY, "fri", DayOfWeek.FRIDAY, "sat",
            DayOfWeek.SATURDAY);

    @JsonIgnore
    boolean isCustom() { return CUSTOM.equals(type); }

    boolean namesDays() {
        return daysOfWeek != null && !daysOfWeek.isEmpty();
    }

    /** @param repeat null for a window which opens once; its pattern then goes on, and its end is the first date */
    static DatePattern pattern(WindowRepeat repeat, LocalDate first) {
        return repeat == null ? new DatePattern(first, ChronoUnit.DAYS, 1, Set.of()) : repeat.pattern(first);
    }

    private DatePattern pattern(LocalDate first) {
        return new DatePattern(first, UNITS.get(isCustom() ? intervalType : type), intervalLength == null ? 1 : intervalLength,
                namesDays() ? daysOfWeek.stream().map(DAYS::get).collect(Collectors.toSet()) : Set.of());
    }
}
