package io.tocsin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class StorableTextTest {

    @Test
    void goodTextIsLeftAlone() {
        var bell = "a bell: \uD83D\uDD14";

        assertThat(StorableText.of(bell)).isSameAs(bell);
        assertThat(StorableText.of(null)).isNull();
    }

    @Test
    void nulAndHalvesOfPairsAreReplaced() {
        assertThat(StorableText.of("\0a\0")).isEqualTo("\uFFFDa\uFFFD");
        assertThat(StorableText.of("\uD83D\uD83D\uDD14\uDD14")).isEqualTo("\uFFFD\uD83D\uDD14\uFFFD");
        assertThat(StorableText.of("end \uD83D")).isEqualTo("end \uFFFD");
    }

    @Test
    void anEventHoldsNoTextWhichCannotBeStored() {
        var content = EventContent.titled("\0")
                .happenedAt(Instant.EPOCH)
                .tags(List.of("a:\0"))
                .entity(new Entity("\0", null, "\0"))
                .attributes(Map.of("n\0", List.of(Map.of("deep", "\uDD14"), 1)))
                .build();

        assertThat(content.title()).isEqualTo("\uFFFD");
        assertThat(content.tags()).containsExactly("a:\uFFFD");
        assertThat(content.entity()).isEqualTo(new Entity("\uFFFD", null, "\uFFFD"));
        assertThat(content.attributes()).isEqualTo(Map.of("n\uFFFD", List.of(Map.of("deep", "\uFFFD"), 1)));
    }
}
