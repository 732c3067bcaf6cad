package io.tocsin.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.tocsin.charts.rendered.Charts;
import io.tocsin.charts.rendered.Manifest;
import io.tocsin.charts.rendered.Rendered;

/** Images, and who builds them. */
class ImagesTest {

    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @ValueSource(strings = { "jvm", "native" })
    void anImageRunsAsTheUserAndOnThePortsWhichTheChartExpects(String kind) throws IOException {
        var lines = Files.readAllLines(ROOT.resolve("build/docker/Dockerfile." + kind));
        var pod = Charts.render("events-service", "default").one("Deployment", "tocsin-events-service");

        assertThat(lines).contains("USER " + Manifest.at(pod.pod(), "securityContext", "runAsUser") + ":"
                + Manifest.at(pod.pod(), "securityContext", "runAsGroup"));
        assertThat(lines).contains("EXPOSE " + String.join(" ", ports(pod)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "jvm", "native" })
    void anyBaseWillDoSinceNothingRunsWhileAnImageIsBuilt(String kind) throws IOException {
        var lines = Files.readAllLines(ROOT.resolve("build/docker/Dockerfile." + kind));

        assertThat(lines).noneMatch(line -> line.startsWith("RUN")).contains("FROM ${BASE}");
        assertThat(lines.stream().filter(line -> line.startsWith("ENTRYPOINT")))
                .singleElement()
                .asString()
                .as("no shell")
                .startsWith("ENTRYPOINT [");
    }

    /** Apart from logging in, which takes a secret of the workflow itself. */
    @Test
    void workflowsOnlyCallScriptsWhichRunAnywhere() {
        assertThat(steps()).isNotEmpty().allSatisfy(step -> assertThat(step).matches("(\\.ci/|\\./tocsin ).*|docker login .*"));
        assertThat(steps().map(step -> ROOT.resolve(step.split(" ")[0])).filter(script -> script.toString().contains(".ci")))
                .isNotEmpty()
                .allSatisfy(script -> assertThat(script).isExecutable());
    }

    private static Stream<String> steps() {
        return Stream.of("verify", "publish")
                .map(name -> Rendered.read(ROOT.resolve(".github/workflows/" + name + ".yaml")).objects().get(0))
                .flatMap(workflow -> workflow.map("jobs").values().stream())
                .flatMap(job -> ((List<?>) Manifest.at(job, "steps")).stream())
                .map(step -> (String) ((Map<?, ?>) step).get("run"))
                .filter(command -> command != null);
    }

    private static List<String> ports(Manifest pod) {
        return ((List<?>) pod.containers().get(0).get("ports")).stream()
                .map(port -> String.valueOf(Manifest.at(port, "containerPort")))
                .toList();
    }
}
