package io.tocsin.alerts.suppression;

import java.time.Instant;
import java.util.Objects;

/** @param id given by Tocsin */
public record SuppressionWindow(long id, WindowSettings settings) {

    public SuppressionWindow {
        Objects.requireNonNull(settings, "settings");
    }

    public WindowStatus status(Instant now) {
        var recurrence = settings.recurrence();
        if (recurrence.endsAt().filter(end -> !end.isAfter(now)).isPresent()) {
            return WindowStatus.ENDED;
        }
        return settings.isEnabled() && recurrence.isOpenAt(now) ? WindowStatus.ACTIVE : WindowStatus.INACTIVE;
    }
}
