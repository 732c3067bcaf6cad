package io.tocsin.notifier.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.angus.mail.util.MailStreamProvider;

import io.quarkus.runtime.StartupEvent;

/**
 * Jakarta Mail looks its streams up anew for each part of each mail. By {@code ServiceLoader} that opens jars, and took nine tenths of
 * the time of a mail; a system property names them at once.
 */
@ApplicationScoped
class MailStreams {

    private static final String PROPERTY = "jakarta.mail.util.StreamProvider";

    void name(@Observes StartupEvent event) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, MailStreamProvider.class.getName());
        }
    }
}
