package io.tocsin.local.command;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import io.tocsin.local.Platform;
import io.tocsin.local.PlatformOptions;
import io.tocsin.local.SmtpUrl;
import io.tocsin.local.process.CannotStart;

/** {@code ./tocsin up}: everything, until Ctrl-C. */
final class Up {

    private static final Set<String> OPTIONS = Set.of("--port", "--data", "--smtp", "--from");
    private static final int PORT = 8080;

    private final PlatformOptions options = Platform.options().usualPorts();
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile boolean stopping;

    Up(List<String> words) {
        var arguments = Arguments.parse(words, OPTIONS);
        options.home(Main.home())
                .data(Main.data(arguments))
                .port(arguments.get("--port").map(Up::port).orElse(PORT));
        arguments.get("--smtp").map(SmtpUrl::parse).ifPresent(options::smtp);
        arguments.get("--from").ifPresent(options::sender);
    }

    void run() {
        var platform = options.prepare();
        var supervisor = new Supervisor(platform, System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, supervisor), "stop"));
        OwnLog.to(platform.data().open().log("tocsin"));
        System.out.println("Tocsin starts, with its data in " + platform.data().path());
        start(platform);
        System.out.println(Greeting.of(platform));
        supervisor.start();
        waitForEver();
    }

    /** What fails because of Ctrl-C is not worth a word. */
    private void start(Platform platform) {
        try {
            platform.start(System.out::println);
        } catch (CannotStart e) {
            if (stopping) {
                waitForEver();
            }
            throw e;
        }
    }

    /** Ctrl-C, SIGTERM and a closed terminal all lead here; so does a start that failed, when there is little left to stop. */
    private void stop(Platform platform, Supervisor supervisor) {
        stopping = true;
        supervisor.stop();
        if (platform.isRunning()) {
            System.out.println("Tocsin stops ...");
            platform.close();
            System.out.println("Tocsin has stopped; its data stays in " + platform.data().path());
        }
    }

    private void waitForEver() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new UsageError("--port '" + text + "' is not a port.");
        }
        return Integer.parseInt(text);
    }
}
