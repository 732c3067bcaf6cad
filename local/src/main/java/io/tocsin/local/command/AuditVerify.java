package io.tocsin.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.tocsin.local.process.CannotStart;
import io.tocsin.proof.TreeHead;
import io.tocsin.proof.export.ExportVerifier;
import io.tocsin.proof.export.Verdict;
import io.tocsin.proof.note.NoteKey;
import io.tocsin.proof.note.NoteRefused;
import io.tocsin.proof.note.SignedNote;

/** {@code ./tocsin audit verify FILE --key K}: checks an export of the audit log, on any machine, without any service. */
final class AuditVerify {

    private static final String PART = "--part";
    private static final Set<String> OPTIONS = Set.of("--key", "--head");

    private final Path file;
    private final List<NoteKey> keys = new ArrayList<>();
    private final ExportVerifier verifier;

    AuditVerify(List<String> words) {
        if (words.isEmpty() || words.get(0).startsWith("--")) {
            throw new UsageError("audit verify needs the file of an export.");
        }
        var options = words.subList(1, words.size()).stream().filter(word -> !word.equals(PART)).toList();
        var arguments = Arguments.parse(options, OPTIONS);
        file = Path.of(words.get(0));
        if (arguments.all("--key").isEmpty()) {
            throw new UsageError("--key is missing.");
        }
        arguments.all("--key").forEach(key -> keys.addAll(keys(key)));
        verifier = words.contains(PART) ? new ExportVerifier(keys).partly() : new ExportVerifier(keys);
        arguments.all("--head").forEach(head -> verifier.since(head(head)));
    }

    /** Fails with {@link CannotStart} when the export is not what was recorded. */
    void run() {
        var verdict = verdict();
        verdict.finding()
                .ifPresent(finding -> {
                    throw new CannotStart("NOT PROVEN, " + finding.kind() + ": " + finding);
                });
        System.out.println("Proven: " + verdict.entries() + " entries of organization '" + verdict.head().organization()
                + "', under the head of " + verdict.head().time() + " over " + verdict.head().entries() + " entries in "
                + verdict.head().size() + " commits.");
        if (verdict.expired() > 0) {
            System.out.println(verdict.expired() + " older entries have expired; the log says so.");
        }
        if (verdict.erased() > 0) {
            System.out.println("Personal data of " + verdict.erased() + " entries was erased; the log says so.");
        }
    }

    private Verdict verdict() {
        try {
            return verifier.verify(file);
        } catch (IOException e) {
            throw cannotRead(file, e);
        }
    }

    private static List<NoteKey> keys(String name) {
        try {
            return NoteKey.parse(read(name));
        } catch (IllegalArgumentException e) {
            throw new CannotStart(name + ": " + e.getMessage() + ".");
        }
    }

    /** A head which somebody kept: a note whose first line names the organization. */
    private TreeHead head(String name) {
        try {
            var note = SignedNote.parse(read(name));
            note.verify(keys);
            return TreeHead.parse(note.text());
        } catch (NoteRefused | IllegalArgumentException e) {
            throw new CannotStart(name + ": " + e.getMessage() + ".");
        }
    }

    private static String read(String name) {
        try {
            return Files.readString(Path.of(name));
        } catch (IOException e) {
            throw cannotRead(Path.of(name), e);
        }
    }

    private static CannotStart cannotRead(Path file, IOException e) {
        return new CannotStart("Cannot read " + file + " (" + e.getMessage() + ").", e);
    }
}
