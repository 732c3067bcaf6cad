package io.tocsin.proof.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.JsonNode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens to the bytes of an export: it is caught, or the file still says the same, word for word. */
class DamagePropertyTest {

    private static final int TRIES = 400;

    /** What can be done at a place of a file. */
    enum Damage {
        FLIP, DROP, INSERT, DOUBLE, MOVE, CUT;

        byte[] to(byte[] file, int at, int length, int value) {
            var end = Math.min(file.length, at + length);
            var before = Arrays.copyOf(file, at);
            var part = Arrays.copyOfRange(file, at, end);
            var behind = Arrays.copyOfRange(file, end, file.length);
            return switch (this) {
                case FLIP -> joined(before, new byte[]{ (byte) (file[at] ^ value) }, Arrays.copyOfRange(file, at + 1,
                        file.length));
                case DROP -> joined(before, behind);
                case INSERT -> joined(before, new byte[]{ (byte) value }, part, behind);
                case DOUBLE -> joined(before, part, part, behind);
                case MOVE -> joined(before, behind, part);
                case CUT -> before;
            };
        }

        private static byte[] joined(byte[]... parts) {
            var bytes = new ByteArrayOutputStream();
            for (var part : parts) {
                bytes.writeBytes(part);
            }
            return bytes.toByteArray();
        }
    }

    @Property(tries = TRIES)
    void whatIsNotCaughtSaysTheSame(@ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 6) Integer> sizes,
            @ForAll Damage damage, @ForAll @IntRange(max = 1_000_000) int place,
            @ForAll @IntRange(min = 1, max = 600) int length,
            @ForAll @IntRange(min = 1, max = 255) int value) {
        var file = file(sizes);
        var damaged = damage.to(file, place % file.length, length, value);

        var verdict = Checked.of(damaged);

        assertThat(verdict.isSound()).isEqualTo(says(damaged).equals(says(file)));
    }

    @Property(tries = TRIES)
    void theFirstEntryConcernedIsNamed(@ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 6) Integer> sizes,
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(min = 1, max = 255) int value) {
        var file = file(sizes);
        var header = new String(file, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        var at = header + place % (file.length - header);
        var damaged = Damage.FLIP.to(file, at, 1, value);

        var finding = Checked.of(damaged).finding();

        finding.ifPresent(found -> assertThat(found.entry()).as(found.toString()).isEqualTo(entryAt(file, at)));
    }

    @Property(tries = TRIES)
    void damageToACompressedFileIsCaught(@ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 6) Integer> sizes,
            @ForAll Damage damage, @ForAll @IntRange(max = 1_000_000) int place,
            @ForAll @IntRange(min = 1, max = 200) int length,
            @ForAll @IntRange(min = 1, max = 255) int value) throws IOException {
        var file = file(sizes);
        var compressed = compressed(file);

        var verdict = Checked.of(damage.to(compressed, place % compressed.length, length, value));

        assertThat(verdict.isSound()).satisfiesAnyOf(sound -> assertThat(sound).isFalse(),
                sound -> assertThat(verdict.entries()).isEqualTo(sizes.stream().mapToInt(Integer::intValue).sum()));
    }

    private static byte[] file(List<Integer> sizes) {
        var lines = new SampleLog("acme", sizes.stream().mapToInt(Integer::intValue).toArray()).export();
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Which entry was to come next where this byte stands. */
    private static long entryAt(byte[] file, int at) {
        var lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        var line = (int) new String(file, 0, at, StandardCharsets.UTF_8).chars().filter(letter -> letter == '\n').count();
        var json = Json.read(lines.get(line));
        return json.has("number") ? json.get("number").asLong() : json.at("/link/firstEntry").asLong();
    }

    /** Nothing for what cannot be read. */
    private static List<JsonNode> says(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(file)).toString();
            return text.lines().map(Json::read).toList();
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private static byte[] compressed(byte[] file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(file);
        }
        return bytes.toByteArray();
    }
}
