package io.tocsin.notifier.mail;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.runtime.Startup;
import io.tocsin.notifier.mail.MailConfig.OrganizationConfig;

/** Knows how each organization reads. Made at start, so that a language which nobody has translated is known before the first mail. */
@Startup
@ApplicationScoped
class Readers {

    /** The first is the language of {@link MailWords} itself. */
    private static final List<String> LANGUAGES = List.of("en", "de");

    private final Reader usual;
    private final Map<String, Reader> others;

    Readers(MailConfig config) {
        usual = reader("tocsin.notifier.mail.language", config.language(), config.timeZone());
        others = config.organizations()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> reader(entry.getKey(), entry.getValue())));
    }

    Reader of(String organization) {
        return others.getOrDefault(organization, usual);
    }

    private Reader reader(String organization, OrganizationConfig config) {
        return reader("tocsin.notifier.mail.organizations." + organization + ".language",
                config.language().orElse(usual.language()), config.timeZone().orElse(usual.zone()));
    }

    private static Reader reader(String key, Locale locale, ZoneId zone) {
        var language = locale.getLanguage();
        if (!LANGUAGES.contains(language)) {
            throw new IllegalStateException(key + " is '" + locale + "'; mails are written in one of " + LANGUAGES);
        }
        return new Reader(locale, zone, words(language));
    }

    private static MailWords words(String language) {
        return Optional.of(language)
                .filter(other -> !other.equals(LANGUAGES.get(0)))
                .map(other -> MessageBundles.get(MailWords.class, Localized.Literal.of(other)))
                .orElseGet(() -> MessageBundles.get(MailWords.class));
    }
}
