package io.tocsin.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.tocsin.local.process.CannotStart;
import io.tocsin.local.service.Service;

/** What a system is made of, said before it starts. Without a word: one replica of each service, a mailbox, any free port. */
public final class PlatformOptions {

    private final Map<Service, Integer> replicas = new EnumMap<>(Service.class);
    private final Map<Service, Map<String, String>> settings = new EnumMap<>(Service.class);
    private final Map<Service, List<String>> jvmOptions = new EnumMap<>(Service.class);
    private final Map<String, String> postgresSettings = new HashMap<>();
    private Path home = rootAbove(Path.of("").toAbsolutePath());
    private Path data = Path.of(".tocsin");
    private int port;
    private boolean usualPorts;
    private SmtpUrl smtp;
    private String sender;

    PlatformOptions() {}

    /** Where the packaged services lie: the root of the project. */
    public PlatformOptions home(Path root) {
        home = root.toAbsolutePath().normalize();
        return this;
    }

    public PlatformOptions data(Path directory) {
        data = directory;
        return this;
    }

    /** Where the front door listens; 0 for any port that is free. */
    public PlatformOptions port(int number) {
        port = number;
        return this;
    }

    /** The mailbox on 1025 and 8025 where these are free, as people expect. */
    public PlatformOptions usualPorts() {
        usualPorts = true;
        return this;
    }

    /** A mail server of your own, instead of the mailbox. */
    public PlatformOptions smtp(SmtpUrl server) {
        smtp = server;
        return this;
    }

    /** The address which mails come from. */
    public PlatformOptions sender(String address) {
        sender = address;
        return this;
    }

    public PlatformOptions replicas(Service service, int count) {
        replicas.put(service, count);
        return this;
    }

    /** A setting of one service, stronger than our own. */
    public PlatformOptions setting(Service service, String name, String value) {
        settings.computeIfAbsent(service, none -> new LinkedHashMap<>()).put(name, value);
        return this;
    }

    /** A setting of all services. */
    public PlatformOptions setting(String name, String value) {
        Stream.of(Service.values()).forEach(service -> setting(service, name, value));
        return this;
    }

    public PlatformOptions jvm(Service service, String... options) {
        jvmOptions.computeIfAbsent(service, none -> new ArrayList<>()).addAll(List.of(options));
        return this;
    }

    public PlatformOptions postgres(String name, String value) {
        postgresSettings.put(name, value);
        return this;
    }

    /** Everything as said, with nothing started yet. */
    public Platform prepare() {
        return new Platform(this);
    }

    public Platform start() {
        return prepare().start(line -> {});
    }

    Path home() {
        return home;
    }

    Path data() {
        return data;
    }

    int port() {
        return port;
    }

    boolean wantsUsualPorts() {
        return usualPorts;
    }

    SmtpUrl smtp() {
        return smtp;
    }

    String sender() {
        return sender;
    }

    int replicas(Service service) {
        return replicas.getOrDefault(service, 1);
    }

    Map<String, String> settings(Service service) {
        return settings.getOrDefault(service, Map.of());
    }

    List<String> jvmOptions(Service service) {
        return jvmOptions.getOrDefault(service, List.of());
    }

    Map<String, String> postgresSettings() {
        return postgresSettings;
    }

    /** The project's root, from any folder in it. */
    private static Path rootAbove(Path here) {
        for (var folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve("mvnw")) && Files.isDirectory(folder.resolve("events-service"))) {
                return folder;
            }
        }
        return here;
    }

    /** Fails unless every service is packaged. */
    PlatformOptions requireJars() {
        for (var service : Service.values()) {
            if (!Files.exists(service.jar(home))) {
                throw new CannotStart(service.id() + " is not built yet (" + service.jar(home)
                        + " is missing). Run ./tocsin build.");
            }
        }
        return this;
    }
}
