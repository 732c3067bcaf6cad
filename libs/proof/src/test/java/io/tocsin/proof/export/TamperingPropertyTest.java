package io.tocsin.proof.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.tocsin.proof.export.Finding.Kind;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever somebody does to an export, it is caught, and the first entry concerned is named. */
class TamperingPropertyTest {

    private static final int TRIES = 100;

    @Property(tries = TRIES)
    void whatNobodyTouchedIsSound(@ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 9) Integer> sizes) {
        var log = log(sizes);

        var verdict = Checked.of(log.export());

        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(log.entries());
    }

    @Property(tries = TRIES)
    void anEntryWhichIsAlteredIsNamed(@ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 9) Integer> sizes,
            @ForAll @IntRange(max = 80) int pick, @ForAll @IntRange(max = 5) int member) {
        var log = log(sizes);
        var lines = log.export();
        var at = entryLine(lines, pick);
        var line = (ObjectNode) Json.read(lines.get(at));
        alter(line, member);
        lines.set(at, line.toString());

        expect(lines, line.get("number").asLong(), Kind.ALTERED);
    }

    private static void alter(ObjectNode line, int member) {
        var entry = (ObjectNode) line.get("entry");
        switch (member) {
            case 0 -> entry.put("event", "Nothing.");
            case 1 -> entry.put("threshold", entry.get("threshold").asDouble() + 1e-9);
            case 2 -> entry.put("new", true);
            case 3 -> entry.remove("id");
            case 4 -> ((ObjectNode) line.get("openings").get(0)).put("value", "somebody else");
            default -> ((ObjectNode) entry.get("by")).put("personalOf", "person-9");
        }
    }

    @Property(tries = TRIES)
    void anEntryWhichIsDroppedIsNamed(@ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 9) Integer> sizes,
            @ForAll @IntRange(max = 80) int pick) {
        var lines = log(sizes).export();
        var at = entryLine(lines, pick);
        var dropped = number(lines.remove(at));

        expect(lines, dropped, Kind.DROPPED);
    }

    @Property(tries = TRIES)
    void anEntryWhichIsInsertedIsFoundBeforeTheNext(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 9) Integer> sizes,
            @ForAll @IntRange(max = 80) int pick, @ForAll boolean renumbered) {
        var lines = log(sizes).export();
        var at = entryLine(lines, pick);
        var number = number(lines.get(at));
        var foreign = (ObjectNode) Json.read(lines.get(at));
        foreign.set("entry", SampleLog.entry(999));
        foreign.put("number", renumbered ? number : number - 1);
        lines.add(at, foreign.toString());

        expect(lines, number, Kind.INSERTED);
    }

    @Property(tries = TRIES)
    void entriesWhichChangePlacesAreFoundAtTheFirst(
            @ForAll @Size(min = 2, max = 9) List<@IntRange(min = 1, max = 9) Integer> sizes,
            @ForAll @IntRange(max = 80) int pick, @ForAll @IntRange(max = 80) int other) {
        var lines = log(sizes).export();
        var first = Math.min(entryLine(lines, pick), entryLine(lines, other));
        var second = Math.max(entryLine(lines, pick), entryLine(lines, other));
        var number = number(lines.get(first));
        Collections.swap(lines, first, second);

        if (first != second) {
            expect(lines, number, Kind.REORDERED);
        }
    }

    @Property(tries = TRIES)
    void aTailWhichIsCutOffIsMissed(@ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 9) Integer> sizes,
            @ForAll @IntRange(max = 80) int pick, @ForAll boolean headerToo) {
        var log = log(sizes);
        var at = entryLine(log.export(), pick);
        var lines = new ArrayList<>(log.export().subList(0, at));
        var number = number(log.export().get(at));
        if (headerToo) {
            lines.set(0, new ExportHeader("acme", 1, number - 1, SampleLog.signed(log.head())).toJson().toString());
        }

        expect(lines, number, Kind.DROPPED);
    }

    @Property(tries = TRIES)
    void aCommitWhichIsAlteredDroppedOrMovedIsFoundAtItsFirstEntry(
            @ForAll @Size(min = 2, max = 9) List<@IntRange(min = 1, max = 9) Integer> sizes,
            @ForAll @IntRange(max = 80) int pick, @ForAll @IntRange(max = 3) int how) {
        var log = log(sizes);
        var lines = log.export();
        var link = log.link(1 + pick % sizes.size());
        var at = lines.indexOf(log.line(link, false));
        var line = (ObjectNode) Json.read(lines.get(at));
        switch (how) {
            case 0 -> lines.remove(at);
            case 1 -> lines.set(at, with(line, "committedAt", "2026-01-02T00:00:00Z"));
            case 2 -> lines.set(at, with(line, "entries", link.entries() + 1));
            default -> lines.set(at, log.line(link, true));
        }

        var finding = Checked.of(lines).finding().orElseThrow();

        assertThat(finding.entry()).isEqualTo(link.firstEntry());
    }

    @Property(tries = TRIES)
    void anotherHeadProvesNothing(@ForAll @Size(min = 2, max = 9) List<@IntRange(min = 1, max = 9) Integer> sizes,
            @ForAll @IntRange(max = 3) int which) {
        var log = log(sizes);
        var lines = log.export();
        var head = switch (which) {
            case 0 -> SampleLog.signed(log.head(sizes.size() - 1));
            case 1 -> SampleLog.signed(new SampleLog("umbrella", sizes.get(0)).head());
            case 2 -> SampleLog.signer().sign(log.head().text());
            default -> SampleLog.signed(log.head()).replace("time 2026", "time 2027");
        };
        lines.set(0, new ExportHeader("acme", 1, log.entries(), head).toJson().toString());

        assertThat(Checked.of(lines).finding().orElseThrow().entry()).isEqualTo(1);
    }

    private static SampleLog log(List<Integer> sizes) {
        return new SampleLog("acme", sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    private static String with(ObjectNode line, String member, Object value) {
        var link = (ObjectNode) line.get("link");
        link.putPOJO(member, value);
        return line.toString();
    }

    /** Where one of the entries stands among the lines. */
    private static int entryLine(List<String> lines, int pick) {
        var places = new ArrayList<Integer>();
        for (var at = 0; at < lines.size(); at++) {
            if (Json.read(lines.get(at)).has("entry")) {
                places.add(at);
            }
        }
        return places.get(pick % places.size());
    }

    private static long number(String line) {
        JsonNode json = Json.read(line);
        return json.get("number").asLong();
    }

    private static void expect(List<String> lines, long entry, Kind kind) {
        var finding = Checked.of(lines).finding().orElseThrow();

        assertThat(finding.entry()).as(finding.toString()).isEqualTo(entry);
        assertThat(finding.kind()).as(finding.toString()).isEqualTo(kind);
    }
}
