package io.tocsin.local.command;

import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import io.tocsin.local.process.CannotStart;
import io.tocsin.local.process.LogFile;

/** What the libraries of the front door and the mailbox say goes to a file: the terminal is for people. */
final class OwnLog {

    private static final String FORMAT = "%1$tF %1$tT,%1$tL %4$-7s [%3$s] %5$s%6$s%n";

    private OwnLog() {}

    static void to(LogFile file) {
        System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
        LogManager.getLogManager().reset();
        try {
            var handler = new FileHandler(file.rotate().path().toString(), true);
            handler.setFormatter(new SimpleFormatter());
            handler.setLevel(Level.INFO);
            Logger.getLogger("").addHandler(handler);
        } catch (IOException e) {
            throw CannotStart.cannotWrite(file.path(), e);
        }
    }
}
