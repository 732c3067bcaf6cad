package io.tocsin.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import io.smallrye.config.SmallRyeConfigBuilder;

class LanguagesTest {

    private static final String ACME = "tocsin.notifier.mail.organizations.acme.";

    @Test
    void anOrganizationReadsItsOwnLanguageAndAllOthersTheUsualOne() {
        var languages = configured(ACME + "language", "de");

        assertThat(languages.of("acme")).hasToString("de");
        assertThat(languages.of("other")).hasToString("en");
    }

    @Test
    void aTimeZoneAloneLeavesTheLanguageAsItIs() {
        var languages = configured(ACME + "time-zone", "Asia/Tokyo");

        assertThat(languages.of("acme")).hasToString("en");
    }

    @Test
    void aLanguageThatNobodyHasTranslatedStopsTheStart() {
        assertThatThrownBy(() -> configured(ACME + "language", "fr"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tocsin.notifier.mail.organizations.acme.language is 'fr'; mails are written in one of [en, de]");
    }

    private static Languages configured(String key, String value) {
        var config = new SmallRyeConfigBuilder().withMapping(MailConfig.class).withDefaultValue(key, value).build();
        return new Languages(config.getConfigMapping(MailConfig.class));
    }
}
