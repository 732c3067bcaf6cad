package io.tocsin.proof.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The verdict on lines, as if they were a file. */
final class Checked {

    private Checked() {}

    static Verdict of(List<String> lines) {
        return of(lines, verifier -> verifier);
    }

    static Verdict of(List<String> lines, UnaryOperator<ExportVerifier> settings) {
        return of(lines.stream().map(line -> line + "\n").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8),
                settings);
    }

    static Verdict of(byte[] content) {
        return of(content, verifier -> verifier);
    }

    private static Verdict of(byte[] content, UnaryOperator<ExportVerifier> settings) {
        try {
            var file = Files.createTempFile("export", ".ndjson");
            try {
                Files.write(file, content);
                return settings.apply(new ExportVerifier(SampleLog.keys())).verify(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
