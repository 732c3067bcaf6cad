package io.tocsin.notifier.mail;

import java.net.URI;

import jakarta.validation.constraints.Positive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Who the mails come from and where their links lead. */
@ConfigMapping(prefix = "tocsin")
public interface MailConfig {

    /** Where readers reach Tocsin, with its scheme. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    @WithName("notifier.mail")
    Mail mail();

    interface Mail {

        /** One address, with or without a display name. Its domain ends every Message-ID and List-Id. */
        @WithDefault("Tocsin <tocsin@localhost>")
        String from();

        /** Sources which a mail lists; the alert's page has the others. */
        @WithDefault("50")
        @Positive
        int maxSources();
    }
}
