package io.tocsin.notifier.mail;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who the mails come from and how much they say. */
@ConfigMapping(prefix = "tocsin.notifier.mail")
public interface MailConfig {

    /** One address, with or without a display name. Its domain ends every Message-ID and List-Id. */
    @WithDefault("Tocsin <tocsin@localhost>")
    String from();

    /** Sources which a mail lists; the alert's page has the others. */
    @WithDefault("50")
    @Positive
    int maxSources();
}
