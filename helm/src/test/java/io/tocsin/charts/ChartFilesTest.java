package io.tocsin.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.tocsin.charts.rendered.Charts;
import io.tocsin.charts.values.ChartFiles;

/** Schemas and READMEs say what values.yaml says. On a person's machine they are mended at once; commit them. */
class ChartFilesTest {

    private static final boolean CI = System.getenv("CI") != null;

    @TestFactory
    java.util.stream.Stream<DynamicTest> eachFileFollowsItsValues() {
        return new ChartFiles(Charts.HELM, Charts.SERVICES).expected()
                .entrySet()
                .stream()
                .map(file -> DynamicTest.dynamicTest(Charts.HELM.relativize(file.getKey()).toString(),
                        () -> compare(file.getKey(), file.getValue())));
    }

    private static void compare(Path file, String expected) throws IOException {
        var present = Files.exists(file) ? Files.readString(file) : "";
        if (!CI) {
            Files.writeString(file, expected);
        }
        assertThat(present).as("%s was out of date%s", file, CI ? "" : ", and was written now: commit it").isEqualTo(expected);
    }
}
