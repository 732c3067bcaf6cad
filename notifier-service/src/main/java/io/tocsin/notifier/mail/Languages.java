package io.tocsin.notifier.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.runtime.Startup;

/** In which language each organization reads. Made at start, so that one which nobody has translated is known before the first mail. */
@Startup
@ApplicationScoped
public class Languages {

    /** The first is the one in which the message bundles are written. */
    private static final List<String> TRANSLATED = List.of("en", "de");

    private final Locale usual;
    private final Map<String, Locale> others;

    Languages(MailConfig config) {
        usual = translated("tocsin.notifier.mail.language", config.language());
        others = config.organizations()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().language().isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> translated(
                        "tocsin.notifier.mail.organizations." + entry.getKey() + ".language", entry.getValue()
                                .language()
                                .get())));
    }

    public Locale usual() {
        return usual;
    }

    public Locale of(String organization) {
        return others.getOrDefault(organization, usual);
    }

    /** The messages of a bundle in this language, which is one of ours. */
    public <T> T words(Class<T> bundle, Locale language) {
        return language.getLanguage().equals(TRANSLATED.get(0))
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(language.getLanguage()));
    }

    private static Locale translated(String key, Locale language) {
        if (!TRANSLATED.contains(language.getLanguage())) {
            throw new IllegalStateException(key + " is '" + language + "'; mails are written in one of " + TRANSLATED);
        }
        return language;
    }
}
