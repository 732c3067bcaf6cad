package io.tocsin.alerts.suppression;

import java.util.Locale;

public enum WindowStatus {

    /** It is open now. */
    ACTIVE,

    /** It is closed now and will open again, or is not enabled. */
    INACTIVE,

    /** It will never open again. */
    ENDED;

    /** As ThousandEyes spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
