package io.tocsin.benchmarks.mail;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.tocsin.benchmarks.workbench.Api;
import io.tocsin.benchmarks.workbench.TemporaryFolder;
import io.tocsin.local.process.CannotStart;
import io.tocsin.local.process.Ports;
import io.tocsin.local.process.Program;

/** The reference, in a process and a folder of its own: sends at once, each alert as a group and a mail of its own. */
final class Alertmanager implements AutoCloseable {

    static final String HOW_TO_GET_IT = "Alertmanager is not there, so there is nothing to compare with; on Debian and Ubuntu:"
            + " apt-get install --no-install-recommends prometheus-alertmanager (and stop its service)";

    private static final List<String> NAMES = List.of("prometheus-alertmanager", "alertmanager",
            "/usr/bin/prometheus-alertmanager");
    private static final int PATIENCE_SECONDS = 30;
    private static final String CONFIGURATION = """
            global:
              smtp_smarthost: %s
              smtp_from: alertmanager@tocsin.example
              smtp_hello: localhost
              smtp_require_tls: false
            route:
              receiver: mail
              group_by: ['...']
              group_wait: 0s
              group_interval: 5m
              repeat_interval: 4h
            receivers:
              - name: mail
                email_configs:
                  - to: '{{ .CommonLabels.recipient }}'
                    send_resolved: false
            """;

    private final TemporaryFolder folder;
    private final Process process;
    private final URI url;

    private Alertmanager(TemporaryFolder folder, Process process, URI url) {
        this.folder = folder;
        this.process = process;
        this.url = url;
    }

    /** The program, when there is one. */
    static Optional<String> find() {
        return NAMES.stream().filter(name -> Program.run(List.of(name, "--version")).succeeded()).findFirst();
    }

    static String version(String program) {
        return Program.run(List.of(program, "--version")).output().lines().findFirst().orElse(program);
    }

    /** @param sink host and port of the mail server */
    static Alertmanager start(String program, String sink) throws IOException, InterruptedException {
        var folder = TemporaryFolder.of("alertmanager");
        var configuration = Files.writeString(folder.resolve("alertmanager.yml"), CONFIGURATION.formatted(sink));
        var address = "127.0.0.1:" + Ports.free();
        var process = new ProcessBuilder(program, "--config.file=" + configuration, "--storage.path=" + folder.resolve("data"),
                "--web.listen-address=" + address, "--cluster.listen-address=", "--log.level=warn")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return new Alertmanager(folder, process, URI.create("http://" + address)).ready();
    }

    AlertmanagerAlerts alerts() {
        return new AlertmanagerAlerts(url);
    }

    private Alertmanager ready() throws IOException, InterruptedException {
        var api = Api.of(url, "");
        for (var tries = 0; tries < PATIENCE_SECONDS * 10 && process.isAlive(); tries++) {
            try {
                api.get("/-/ready");
                return this;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        var log = Files.readString(folder.resolve("log"));
        close();
        throw new CannotStart("Alertmanager did not get ready: " + log);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly()).join();
        folder.close();
    }
}
