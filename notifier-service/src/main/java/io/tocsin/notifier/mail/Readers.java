package io.tocsin.notifier.mail;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.tocsin.notifier.mail.MailConfig.OrganizationConfig;

/** Knows how each organization reads. */
@ApplicationScoped
class Readers {

    private final Languages languages;
    private final Map<String, OrganizationConfig> organizations;
    private final ZoneId usualZone;
    /** By organization; those without settings of their own read alike. */
    private final Map<String, Reader> readers = new ConcurrentHashMap<>();

    Readers(Languages languages, MailConfig config) {
        this.languages = languages;
        this.organizations = config.organizations();
        this.usualZone = config.timeZone();
    }

    Reader of(String organization) {
        return readers.computeIfAbsent(organizations.containsKey(organization) ? organization : "", this::make);
    }

    private Reader make(String organization) {
        var language = languages.of(organization);
        return Reader.of(language, zone(organization), languages.words(MailWords.class, language));
    }

    /** What belongs to detected events only. */
    EventWords eventWords(String organization) {
        return languages.words(EventWords.class, languages.of(organization));
    }

    private ZoneId zone(String organization) {
        return Optional.ofNullable(organizations.get(organization))
                .flatMap(OrganizationConfig::timeZone)
                .orElse(usualZone);
    }
}
