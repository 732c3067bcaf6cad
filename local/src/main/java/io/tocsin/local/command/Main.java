package io.tocsin.local.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.tocsin.local.process.CannotStart;

/** Runs one command of {@code ./tocsin}. Exit codes: 0 done, 1 it did not work, 2 it was not understood. */
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        System.exit(run(Arrays.asList(words)));
    }

    /** The root of the project, as the script found it. */
    static Path home() {
        return Path.of(System.getProperty("tocsin.home", ""));
    }

    /** Beside the script unless the person says otherwise. */
    static Path data(Arguments arguments) {
        return arguments.get("--data").map(Path::of).orElseGet(() -> home().resolve(".tocsin"));
    }

    private static int run(List<String> words) {
        try {
            dispatch(words);
            return 0;
        } catch (UsageError e) {
            System.err.println("tocsin: " + e.getMessage() + " See ./tocsin help.");
            return 2;
        } catch (CannotStart e) {
            System.err.println("tocsin: " + e.getMessage());
            return 1;
        }
    }

    private static void dispatch(List<String> words) {
        var command = String.join(" ", words.subList(0, Math.min(2, words.size())));
        if (command.equals("key create")) {
            new KeyCreate(words.subList(2, words.size())).run();
            return;
        }
        if (command.equals("audit verify")) {
            new AuditVerify(words.subList(2, words.size())).run();
            return;
        }
        var rest = words.isEmpty() ? words : words.subList(1, words.size());
        switch (words.isEmpty() ? "" : words.get(0)) {
            case "up" -> new Up(rest).run();
            case "secrets" -> new ClusterSecrets(rest).run();
            case "mailbox" -> new OpenMailbox(rest).run();
            case "check" -> new Check(rest).run();
            default -> throw new UsageError("'" + command + "' is not a command.");
        }
    }
}
