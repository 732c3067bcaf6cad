package io.tocsin.e2e.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.RestAssured;
import io.tocsin.e2e.api.Script;
import io.tocsin.local.process.Ports;

/** What a newcomer does: {@code ./tocsin up}, then the lines of the README, then Ctrl-C. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpStory {

    private static final Duration PATIENCE = Duration.ofSeconds(240);

    private Path data;
    private Script up;

    @BeforeAll
    void up(@TempDir Path folder) throws IOException {
        data = folder.resolve("data");
        up = Script.tocsin("up", "--port", Integer.toString(Ports.free()), "--data", data.toString());
        await().atMost(PATIENCE).until(() -> up.output().contains("Tocsin is up: ") || !up.isAlive());
        assertThat(up.output()).contains("Tocsin is up: ");
    }

    @AfterAll
    void down() throws InterruptedException {
        up.terminate();
        assertThat(up.awaitEnd(PATIENCE)).isTrue();
    }

    @Test
    void theLinesOfTheReadmeGiveAMail() throws Exception {
        var session = inBash(readmeLines("source .tocsin/tocsin.env"));

        assertThat(session.awaitEnd(PATIENCE)).isTrue();
        assertThat(session.output()).contains("\"ruleId\"").contains("\"status\":\"ok\"").contains("read the mail: http://");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailRecipients()).containsExactly("oncall@example.org"));
        await().atMost(PATIENCE).untilAsserted(this::theLinesOfTheReadmeTellWhoWasTold);
    }

    private void theLinesOfTheReadmeTellWhoWasTold() throws Exception {
        var session = inBash("source .tocsin/tocsin.env\n" + readmeLines("# who was told"));

        assertThat(session.awaitEnd(PATIENCE)).isTrue();
        assertThat(session.output()).contains("\"recipient\":\"oncall@example.org\"")
                .contains("\"state\":\"delivered\"")
                .contains("\"code\":250")
                .contains("Alert rule created.");
    }

    @Test
    void aNewKeyIsAcceptedByTheRunningSystem() throws Exception {
        var created = Script.tocsin("key", "create", "--user", "Ann Lee", "--email", "ann@example.com", "--account-group",
                "7=Ops",
                "--permission", "ingest-events", "--data", data.toString());
        assertThat(created.awaitEnd(PATIENCE)).isTrue();

        var key = created.standardOutput().strip();

        assertThat(key).startsWith("tocsin_");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> RestAssured.given()
                        .header("DD-API-KEY", key)
                        .get(env("TOCSIN_URL") + "/api/v1/validate")
                        .statusCode() == 200);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void nothingRunsAfterItWasToldToStop() throws Exception {
        up.terminate();

        assertThat(up.awaitEnd(PATIENCE)).isTrue();
        assertThat(up.output()).contains("Tocsin has stopped");
        assertThat(processesOf(data)).isEmpty();
    }

    private Script inBash(String lines) throws IOException {
        return Script.bash("set -eu\n" + lines.replace(".tocsin/tocsin.env", data.resolve("tocsin.env").toString()));
    }

    /** @param beginning of the block they stand in */
    private static String readmeLines(String beginning) throws IOException {
        var blocks = Files.readString(Script.HOME.resolve("README.md")).split("```bash\n");
        return List.of(blocks)
                .stream()
                .filter(block -> block.startsWith(beginning))
                .map(block -> block.split("```")[0])
                .findFirst()
                .orElseThrow();
    }

    private List<String> mailRecipients() throws IOException {
        return RestAssured.get(env("TOCSIN_MAILBOX_URL") + "/api/messages").path("messages.envelope.to.flatten()");
    }

    private String env(String name) throws IOException {
        return Files.readAllLines(data.resolve("tocsin.env"))
                .stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> processesOf(Path data) throws Exception {
        var list = new ProcessBuilder("ps", "-ww", "-eo", "args").start();
        var lines = new String(list.getInputStream().readAllBytes()).lines()
                .filter(line -> line.contains(data.toString()))
                .toList();
        list.waitFor(10, TimeUnit.SECONDS);
        return lines;
    }
}
