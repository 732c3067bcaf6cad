package io.tocsin.proof.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.tocsin.proof.export.Finding.Kind;

class ExportVerifierTest {

    @Test
    void aPartIsSoundOnlyForThoseWhoAskForAPart() {
        var log = new SampleLog("acme", 3, 4, 5);

        var lines = log.export(3, 8);

        assertThat(Checked.of(lines, ExportVerifier::partly).entries()).isEqualTo(6);
        assertThat(Checked.of(lines).finding().orElseThrow().what()).contains("begins with entry 3 only");
    }

    @Test
    void anExportWhichWasBrokenOffGoesOnInTheSameFile() {
        var log = new SampleLog("acme", 3, 4, 5);
        var whole = log.export();
        var lines = new ArrayList<>(whole.subList(0, 7));
        var next = Json.read(whole.get(7)).get("number").asLong();

        lines.addAll(log.export(next, log.entries()));

        assertThat(Checked.of(lines).finding()).isEmpty();
        assertThat(Checked.of(lines).entries()).isEqualTo(12);
    }

    @Test
    void personalDataWhichIsGoneMustHaveBeenErased() {
        var log = new SampleLog("acme", 3);
        var entry = (ObjectNode) SampleLog.entry(9);
        entry.remove("by");
        log.commit(List.of(entry.deepCopy()));

        var silent = withoutOpening(log.export(), 1);
        log.commit(List.of(erasure(entry, "person-1")));
        var announced = withoutOpening(log.export(), 1);

        assertThat(Checked.of(silent).finding().orElseThrow().toString())
                .isEqualTo(
                        "entry 1 (line 7): its personal data is left out as erased, but the log does not say that it was erased");
        assertThat(Checked.of(announced).finding()).isEmpty();
        assertThat(Checked.of(announced).erased()).isEqualTo(1);
    }

    private static ObjectNode erasure(ObjectNode entry, String person) {
        var erasure = entry.deepCopy();
        erasure.putArray("erasedPeople").add(person);
        return erasure;
    }

    private static List<String> withoutOpening(List<String> lines, long number) {
        return lines.stream().map(line -> {
            var json = (ObjectNode) Json.read(line);
            if (json.path("number").asLong() == number) {
                json.putArray("openings");
            }
            return json.toString();
        }).toList();
    }

    @Test
    void entriesWhichExpiredMustBeAnnouncedAndTheOldest() {
        var log = new SampleLog("acme", 2, 2, 2);
        var announcement = (ObjectNode) SampleLog.entry(9);
        announcement.remove("by");
        log.commit(List.of(announcement.put("expiredThroughEntry", 2)));

        assertThat(Checked.of(expired(log, 1)).finding()).isEmpty();
        assertThat(Checked.of(expired(log, 1)).expired()).isEqualTo(2);
        assertThat(Checked.of(expired(log, 2)).finding().orElseThrow().entry()).isEqualTo(3);
    }

    /** Without the entries of the first commits. */
    private static List<String> expired(SampleLog log, int commits) {
        var lines = new ArrayList<String>();
        for (var line : log.export()) {
            var json = Json.read(line);
            var number = json.path("number").asLong();
            var link = json.path("link").path("number").asInt();
            if (link > 0 && link <= commits) {
                lines.add(log.line(log.link(link), true));
            } else if (number == 0 || number > commits * 2L) {
                lines.add(line);
            }
        }
        return lines;
    }

    @Test
    void aHeadOfEarlierIsTheBeginningOrTheLogWasWrittenAnew() {
        var log = new SampleLog("acme", 3, 4);
        var kept = log.head();
        var keptOfAnother = new SampleLog("acme", 4, 3).head();
        log.commit(5);

        assertThat(Checked.of(log.export(), verifier -> verifier.since(kept)).finding()).isEmpty();
        assertThat(Checked.of(log.export(), verifier -> verifier.since(keptOfAnother)).finding().orElseThrow().what())
                .contains("was written anew");
    }

    /** Each would be read as a question mark or as U+FFFD, which may be what was recorded. */
    @Test
    void whatIsNoTextStandsForNoText() {
        var log = new SampleLog("acme", 1);
        log.commit(List.of(((ObjectNode) SampleLog.entry(2)).put("event", "Why? \uFFFD")));
        var export = String.join("\n", log.export()) + "\n";

        var half = export.replace("Why?", "Why\\ud83d");
        var notUtf8 = new String(export.getBytes(UTF_8), ISO_8859_1).replace("\u00ef\u00bf\u00bd", "\u00e9")
                .getBytes(ISO_8859_1);

        assertThat(Checked.of(export.lines().toList()).finding()).isEmpty();
        assertThat(Checked.of(half.lines().toList()).finding().orElseThrow().toString())
                .isEqualTo("entry 2 (line 5): it is not what was recorded");
        assertThat(Checked.of(notUtf8).finding().orElseThrow().what()).isEqualTo("the line is not UTF-8");
    }

    @Test
    void whatIsNoExportIsSaidToBeNone() {
        assertThat(Checked.of(List.of()).finding().orElseThrow().what()).isEqualTo("the file is empty");
        assertThat(Checked.of(List.of("{}")).finding().orElseThrow().what()).contains("does not begin with the header");
        assertThat(Checked.of(List.of("hello")).finding().orElseThrow().what()).startsWith("the line is no JSON");
        assertThat(Checked.of(List.of("{\"export\":1,\"export\":2}")).finding().orElseThrow().kind()).isEqualTo(Kind.ALTERED);
    }
}
