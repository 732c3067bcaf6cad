package io.tocsin.local.service;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.tocsin.local.process.Ports;
import io.tocsin.local.process.SecretFile;

/**
 * How one replica is launched: its ports, its JVM, and its settings in a file of their own, since what stands on a command line or
 * in the environment can be read by others.
 */
public final class ServiceLaunch {

    /** Stronger than the environment, so that a stray QUARKUS_... of the person's shell changes nothing; weaker than -D. */
    private static final String ORDINAL = "350";
    /**
     * Of a small heap a third would be for what is new, which a busy service fills fourteen times a second. A heap which begins smaller
     * than the part for what is new has less of it for good, and begins with hardly any room for what is old.
     */
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xms256m", "-Xmx320m",
            "-Xmn128m");

    private final Path jar;
    private final SecretFile file;
    private final List<String> jvmOptions = new ArrayList<>(JVM);
    private final Properties settings = new Properties();
    private final int port = Ports.free();
    private final int managementPort = Ports.free();

    /** @param file where the settings are written at each start */
    public ServiceLaunch(Path jar, Path file) {
        this.jar = jar;
        this.file = new SecretFile(file);
        set(Map.ofEntries(
                entry("config_ordinal", ORDINAL),
                entry("quarkus.http.host", "127.0.0.1"),
                entry("quarkus.http.port", Integer.toString(port)),
                entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                entry("quarkus.http.proxy.enable-forwarded-host", "true"),
                entry("quarkus.http.proxy.trusted-proxies", "127.0.0.1"),
                entry("quarkus.management.host", "127.0.0.1"),
                entry("quarkus.management.port", Integer.toString(managementPort)),
                // four services that start at once on a small machine take their time
                entry("quarkus.datasource.jdbc.acquisition-timeout", "60s"),
                entry("quarkus.log.console.json.enabled", "false"),
                entry("quarkus.log.console.format", "%d{yyyy-MM-dd HH:mm:ss,SSS} %-5p [%c{1.}] (%t) %s%e%n")));
    }

    public ServiceLaunch set(Map<String, String> more) {
        more.forEach((name, value) -> settings.setProperty(name, literal(value)));
        return this;
    }

    /** Options for the JVM after our own, so that these win. */
    public ServiceLaunch jvm(List<String> options) {
        jvmOptions.addAll(options);
        return this;
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    /**
     * The command line, its settings written. It does not hear the Ctrl-C of a terminal, which tells every process at once:
     * PostgreSQL must outlive the services, and they must outlive the front door.
     */
    List<String> command() {
        file.write(settingsText());
        var command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "service",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvmOptions);
        command.add("-Dquarkus.config.locations=" + file.path().toAbsolutePath());
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** A dollar sign would begin a reference to another setting. */
    private static String literal(String value) {
        return value.replace("$", "\\$");
    }

    private String settingsText() {
        try {
            var text = new StringWriter();
            settings.store(text, "Written at each start by ./tocsin up");
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
