package io.tocsin.events.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.tocsin.detection.component.Phase;

class WordingTest {

    @ParameterizedTest
    @EnumSource(Phase.class)
    void whateverWentWrongIsSaidInWords(Phase phase) {
        var word = phase.name().toLowerCase(Locale.ROOT);

        var causes = Wording.causes(new EvidenceReport(30, 20, List.of(), Map.of(word, 1), List.of()));

        assertThat(causes).hasSize(1).doesNotContain(word);
    }
}
