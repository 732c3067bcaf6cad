package io.tocsin.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.qute.i18n.Message;

/** Every language says everything. What is missing would be told in English, and nobody would notice. */
class MailLanguagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}|\\{#case '[\\w-]+'}");

    @ParameterizedTest
    @CsvSource({
            "io.tocsin.notifier.mail.MailWords, mail_de",
            "io.tocsin.notifier.mail.EventWords, detected_de",
            "io.tocsin.notifier.api.UnsubscribeWords, unsubscribe_de" })
    void everyMessageIsTranslatedWithTheSamePlaceholdersAndCases(String bundle, String file) throws Exception {
        var english = english(Class.forName(bundle));

        var translated = translated(Path.of("src/main/resources/messages", file + ".properties"));

        assertThat(translated.keySet()).isEqualTo(english.keySet());
        english.forEach((key, message) -> assertThat(placeholders(translated.get(key))).as(key)
                .isEqualTo(placeholders(message)));
    }

    private static Map<String, String> english(Class<?> bundle) {
        var messages = new TreeMap<String, String>();
        Stream.of(bundle.getMethods())
                .forEach(method -> messages.put(method.getName(), method.getAnnotation(Message.class).value()));
        return messages;
    }

    private static Map<String, String> translated(Path file) throws IOException {
        var messages = new TreeMap<String, String>();
        Files.readAllLines(file)
                .stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(parts -> messages.put(parts[0], parts[1]));
        return messages;
    }

    private static TreeSet<String> placeholders(String message) {
        var names = new TreeSet<String>();
        PLACEHOLDER.matcher(message).results().map(MatchResult::group).forEach(names::add);
        return names;
    }
}
