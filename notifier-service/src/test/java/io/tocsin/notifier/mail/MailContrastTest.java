package io.tocsin.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.2, 1.4.3: letters need 4.5 times the luminance of their ground, or the other way round. */
class MailContrastTest {

    private static final double ENOUGH = 4.5;
    private static final List<String> GROUNDS = List.of("page", "card", "note");

    @ParameterizedTest
    @EnumSource
    void whiteLettersCanBeReadOnEveryTone(Tone tone) {
        assertThat(contrast("#ffffff", tone.colour())).isGreaterThanOrEqualTo(ENOUGH);
    }

    @ParameterizedTest
    @ValueSource(strings = { "ink", "faint", "link" })
    void lettersCanBeReadOnEveryGroundInTheDark(String letters) throws IOException {
        var css = Files.readString(Path.of("src/main/resources/templates/mail/frame.html"));
        var dark = css.substring(css.indexOf("@media (prefers-color-scheme: dark)"));

        for (var ground : GROUNDS) {
            assertThat(contrast(colour(dark, letters, "color"), colour(dark, ground, "background")))
                    .as("%s on %s", letters, ground)
                    .isGreaterThanOrEqualTo(ENOUGH);
        }
    }

    @Test
    void lettersCanBeReadOnEveryGroundInTheLight() throws IOException {
        for (var snapshot : SampleMails.all().keySet()) {
            var html = Files.readString(Path.of("src/test/resources/mails", snapshot + ".html"));
            var letters = Pattern.compile("[ \"]color:(#\\w{6})")
                    .matcher(html)
                    .results()
                    .map(match -> match.group(1))
                    .distinct();
            assertThat(letters.filter(colour -> !colour.equals("#ffffff"))).isNotEmpty()
                    .allSatisfy(colour -> assertThat(contrast(colour, "#f2f4f7")).isGreaterThanOrEqualTo(ENOUGH));
        }
    }

    private static String colour(String css, String name, String property) {
        var found = Pattern.compile("\\." + name + " \\{[^}]*" + property + ": (#\\w{6})").matcher(css);
        assertThat(found.find()).as("a %s of .%s", property, name).isTrue();
        return found.group(1);
    }

    private static double contrast(String one, String other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        var rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        var share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
