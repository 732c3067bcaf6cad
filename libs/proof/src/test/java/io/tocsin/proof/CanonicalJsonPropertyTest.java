package io.tocsin.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;

import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The canonical form is that of the RFC's own reference implementation, byte for byte. */
class CanonicalJsonPropertyTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property(tries = 300)
    void objectsAreWrittenAsTheReferenceImplementationDoes(@ForAll("objects") JsonNode object) throws IOException {
        assertThat(CanonicalJson.of(object)).isEqualTo(new JsonCanonicalizer(object.toString()).getEncodedString());
    }

    @Property(tries = 300)
    void numbersAreWrittenAsTheReferenceImplementationDoes(@ForAll double number, @ForAll long whole, @ForAll float small)
            throws IOException {
        var object = JSON.objectNode().put("d", number).put("l", whole).put("f", small).put("i", whole % 1000);

        assertThat(CanonicalJson.of(object)).isEqualTo(new JsonCanonicalizer(object.toString()).getEncodedString());
    }

    @Property(tries = 300)
    void theCanonicalFormReadsAsItself(@ForAll("objects") JsonNode object) throws JsonProcessingException {
        var canonical = CanonicalJson.of(object);

        assertThat(CanonicalJson.of(new JsonMapper().readTree(canonical))).isEqualTo(canonical);
    }

    /** Written as UTF-8 it would be a question mark, and could stand for one. */
    @Example
    void halfASurrogatePairHasNoCanonicalForm() {
        for (var text : new String[]{ "\uD83D", "x\uDE00", "\uD83D\uD83D", "\uDE00\uD83D" }) {
            assertThatThrownBy(() -> CanonicalJson.of(JSON.objectNode().put("text", text)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("half a surrogate pair");
        }
    }

    @Provide
    static Arbitrary<JsonNode> objects() {
        return objects(values(3));
    }

    private static Arbitrary<JsonNode> values(int depth) {
        return depth == 0
                ? plain()
                : Arbitraries.oneOf(plain(), arrays(values(depth - 1)), objects(values(depth - 1)));
    }

    private static Arbitrary<JsonNode> arrays(Arbitrary<JsonNode> items) {
        return items.list().ofMaxSize(3).map(list -> JSON.arrayNode().addAll(list));
    }

    private static Arbitrary<JsonNode> objects(Arbitrary<JsonNode> values) {
        return Arbitraries.maps(texts(), values).ofMaxSize(3).map(members -> {
            var object = JSON.objectNode();
            members.forEach(object::set);
            return object;
        });
    }

    private static Arbitrary<JsonNode> plain() {
        return Arbitraries.oneOf(texts().map(JSON::textNode), Arbitraries.doubles().map(JSON::numberNode),
                Arbitraries.longs().map(JSON::numberNode), Arbitraries.bigIntegers().map(JSON::numberNode),
                Arbitraries.bigDecimals().map(JSON::numberNode), Arbitraries.of(JSON.booleanNode(true), JSON.nullNode()));
    }

    /** With control characters, quotes, and characters beyond sixteen bits, whose order is not that of their code points. */
    private static Arbitrary<String> texts() {
        var characters = Arbitraries.oneOf(Arbitraries.integers().between(0, 0x7f),
                Arbitraries.integers().between(0xe000, 0xffff), Arbitraries.integers().between(0x10000, 0x10ffff));
        return characters.list().ofMaxSize(6).map(points -> {
            var text = new StringBuilder();
            points.forEach(text::appendCodePoint);
            return text.toString();
        });
    }
}
