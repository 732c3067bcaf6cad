package io.tocsin.proof.export;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;

import io.tocsin.proof.TreeHead;
import io.tocsin.proof.note.NoteKey;

/** Checks an export, and names the first entry which is not as it was recorded. Needs the file and public keys, and nothing else. */
public final class ExportVerifier {

    private final List<NoteKey> keys;
    private final List<TreeHead> olderHeads = new ArrayList<>();
    private boolean partly;

    /** @param keys any of which may have signed the head: after a rotation there are several */
    public ExportVerifier(List<NoteKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Content with less than the whole log. */
    public ExportVerifier partly() {
        partly = true;
        return this;
    }

    /** The log must also begin with what this head covers, which somebody kept since then. */
    public ExportVerifier since(TreeHead head) {
        olderHeads.add(head);
        return this;
    }

    /** Fails with {@link IOException} when the file cannot be read, and for nothing that is in it. */
    public Verdict verify(Path file) throws IOException {
        var at = new long[1];
        var check = new ExportCheck(keys, new OlderHeads(olderHeads), () -> rest(file, at[0]));
        try (var lines = ExportText.open(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                at[0]++;
                check.read(line);
            }
            check.end(partly);
            return check.sound();
        } catch (Tampered e) {
            return check.tampered(e, at[0]);
        } catch (EOFException | ZipException e) {
            return check.tampered(check.damaged(), at[0] + 1);
        }
    }

    private static Stream<String> rest(Path file, long after) {
        try {
            var lines = ExportText.open(file);
            return lines.lines().skip(after).onClose(() -> close(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
