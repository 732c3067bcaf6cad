package io.tocsin.notifier.mail;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who the mails come from, how much they say, and how their readers read. */
@ConfigMapping(prefix = "tocsin.notifier.mail")
public interface MailConfig {

    /** One address, with or without a display name. Its domain ends every Message-ID and List-Id. */
    @WithDefault("Tocsin <tocsin@localhost>")
    String from();

    /** Sources which a mail lists; the alert's page has the others. */
    @WithDefault("50")
    @Positive
    int maxSources();

    /** {@code en} or {@code de}. Names, notes and measurements stay as they were written. */
    @WithDefault("en")
    Locale language();

    /** In which times are told, such as {@code Europe/Berlin}. */
    @WithDefault("UTC")
    ZoneId timeZone();

    /** Organizations whose people read otherwise, by the organization's id. */
    Map<String, OrganizationConfig> organizations();

    interface OrganizationConfig {

        Optional<Locale> language();

        Optional<ZoneId> timeZone();
    }
}
