package io.tocsin.events.api.datadog;

import java.net.URI;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach this installation; for links which leave it. */
@Singleton
class PublicUrl {

    private final String text;

    PublicUrl(@ConfigProperty(name = "tocsin.public-url") URI configured) {
        this.text = configured.toString().replaceAll("/+$", "");
    }

    /** Without a slash at its end. */
    String text() {
        return text;
    }
}
